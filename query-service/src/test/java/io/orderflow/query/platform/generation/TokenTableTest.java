package io.orderflow.query.platform.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.platform.axon.TokenTable;
import io.orderflow.query.platform.projection.ReadModelTest;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class TokenTableTest extends ReadModelTest {

    private static final String TOKEN =
            "insert into token_entry (processor_name, segment, token, token_type) values ('order-list-1', ?, ?, ?)";

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Serializer serializer;

    @Test
    void the_position_is_that_of_the_segment_that_is_farthest_behind() {
        assertThat(position()).isEmpty();
        token(0, new GlobalSequenceTrackingToken(7));
        token(1, new GlobalSequenceTrackingToken(5));
        assertThat(position()).hasValue(5);
    }

    @Test
    void a_segment_that_has_read_nothing_yet_is_behind_all_events() {
        token(0, new GlobalSequenceTrackingToken(7));
        jdbc.update(TOKEN, 1, null, null);
        assertThat(position()).hasValue(-1);
    }

    @Test
    void a_segment_says_whether_it_reads_what_was_there_before() {
        token(0, new GlobalSequenceTrackingToken(7));
        token(1, ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(3)));

        assertThat(new TokenTable(dataSource, serializer).of("order-list-1"))
                .containsExactly(
                        new TokenTable.SegmentToken(0, 7, false, null), new TokenTable.SegmentToken(1, 3, true, null));
    }

    private OptionalLong position() {
        return new TokenTable(dataSource, serializer).position("order-list-1");
    }

    private void token(int segment, TrackingToken token) {
        SerializedObject<byte[]> stored = serializer.serialize(token, byte[].class);
        jdbc.update(TOKEN, segment, stored.getData(), stored.getType().getName());
    }
}
