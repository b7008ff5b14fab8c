package io.orderflow.query.platform.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.query.platform.projection.ReadModelTest;
import java.util.OptionalLong;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class SharedPositionsTest extends ReadModelTest {

    private static final String TOKEN =
            "insert into token_entry (processor_name, segment, token, token_type) values" + " ('order-list', ?, ?, ?)";

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Serializer serializer;

    @Test
    void the_position_is_that_of_the_segment_that_is_farthest_behind() {
        assertThat(position()).isEmpty();
        token(0, 7);
        token(1, 5);
        assertThat(position()).hasValue(5);
    }

    @Test
    void a_segment_that_has_read_nothing_yet_is_behind_all_events() {
        token(0, 7);
        jdbc.update(TOKEN, 1, null, null);
        assertThat(position()).hasValue(-1);
    }

    /** By an instance that has not asked before. */
    private OptionalLong position() {
        return new SharedPositions(JdbcClient.create(jdbc), serializer).position("order-list");
    }

    private void token(int segment, long index) {
        SerializedObject<byte[]> token = serializer.serialize(new GlobalSequenceTrackingToken(index), byte[].class);
        jdbc.update(TOKEN, segment, token.getData(), token.getType().getName());
    }
}
