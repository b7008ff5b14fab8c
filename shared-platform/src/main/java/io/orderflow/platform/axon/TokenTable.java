package io.orderflow.platform.axon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far processors have read, whichever replica they run on: what their tokens say. A token that moves over events which do
 * not concern its segment is stored once a second, so this is behind by that much at times, and never ahead.
 */
public final class TokenTable {

    private static final String OF =
            "select segment, token, token_type, owner from token_entry where processor_name = :processor order by segment";

    private final JdbcClient jdbc;
    private final Serializer serializer;

    public TokenTable(DataSource dataSource, Serializer serializer) {
        this.jdbc = JdbcClient.create(dataSource);
        this.serializer = serializer;
    }

    /** The segments of a processor; none if it has not begun. */
    public List<SegmentToken> of(String processor) {
        return read(OF, processor);
    }

    /** The same; they stay as they are until the end of the transaction. */
    public List<SegmentToken> lock(String processor) {
        return read(OF + " for update", processor);
    }

    /** The lowest position of a processor's segments; empty if it has not begun. */
    public OptionalLong position(String processor) {
        return of(processor).stream().mapToLong(SegmentToken::position).min();
    }

    /**
     * The segments of all processors, by the processor's name.
     *
     * @param since who has not said since then that it works for a segment is no owner
     */
    public Map<String, List<SegmentToken>> all(Instant since) {
        Map<String, List<SegmentToken>> all = new HashMap<>();
        jdbc.sql("select processor_name, segment, token, token_type,"
                        + " case when timestamp >= :since then owner end from token_entry"
                        + " order by processor_name, segment")
                .param("since", DateTimeUtils.formatInstant(since))
                .query(row -> {
                    all.computeIfAbsent(row.getString(1), processor -> new ArrayList<>())
                            .add(segment(row.getInt(2), row.getBytes(3), row.getString(4), row.getString(5)));
                });
        return all;
    }

    private List<SegmentToken> read(String sql, String processor) {
        return jdbc.sql(sql)
                .param("processor", processor)
                .query((row, number) -> segment(row.getInt(1), row.getBytes(2), row.getString(3), row.getString(4)))
                .list(); // a stream would keep its connection
    }

    /** A segment that has read nothing yet has no token. */
    private SegmentToken segment(int segment, byte @Nullable [] token, @Nullable String type, @Nullable String owner) {
        TrackingToken read = token == null
                ? null
                : serializer.deserialize(
                        new SimpleSerializedObject<>(token, byte[].class, Objects.requireNonNull(type), null));
        long position = read == null ? -1 : read.position().orElse(-1);
        return new SegmentToken(segment, position, read != null && ReplayToken.isReplay(read), owner);
    }

    /**
     * How far a segment has been read.
     *
     * @param position the index of the last event; -1 if there was none
     * @param replaying whether these are events that were there when it began
     * @param owner the replica that reads it
     */
    public record SegmentToken(int segment, long position, boolean replaying, @Nullable String owner) {}
}
