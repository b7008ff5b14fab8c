package io.orderflow.benchmarks.installation;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A row of the event store.
 *
 * @param stream what it is about
 * @param version its number in the stream, from 0
 */
public record EventRow(
        String stream,
        long version,
        @Nullable String aggregateType,
        String payloadType,
        @Nullable String payloadRevision,
        String payload,
        byte[] metadata,
        String recordedAt) {

    /** Inserts one, as {@link #set} fills it. */
    public static final String INSERT =
            "INSERT INTO domain_event (event_id, stream, version, aggregate_type, payload_type,"
                    + " payload_revision, payload, metadata, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String NEWEST = "SELECT stream, version, aggregate_type, payload_type, payload_revision,"
            + " payload, metadata, recorded_at FROM domain_event WHERE payload_type LIKE '%.OrderCreated'"
            + " ORDER BY global_index DESC FETCH FIRST ROW ONLY";

    /** The creation of an order that a service has written last. */
    public static EventRow newestCreated(Connection events) throws SQLException {
        try (Statement sql = events.createStatement();
                ResultSet row = sql.executeQuery(NEWEST)) {
            if (!row.next()) {
                throw new IllegalStateException("there is no order yet");
            }
            return new EventRow(
                    row.getString(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    new String(row.getBytes(6), StandardCharsets.UTF_8),
                    row.getBytes(7),
                    row.getString(8));
        }
    }

    /** The same in another stream. */
    public EventRow ofStream(String other, long number) {
        return new EventRow(other, number, aggregateType, payloadType, payloadRevision, payload, metadata, recordedAt);
    }

    /** The same with another payload. */
    EventRow with(String type, @Nullable String revision, String json) {
        return new EventRow(stream, version, aggregateType, type, revision, json, metadata, recordedAt);
    }

    /** Fills {@link #INSERT}. */
    public void set(PreparedStatement insert) throws SQLException {
        insert.setString(1, stream + "." + version);
        insert.setString(2, stream);
        insert.setLong(3, version);
        insert.setString(4, aggregateType);
        insert.setString(5, payloadType);
        insert.setString(6, payloadRevision);
        insert.setBytes(7, payload.getBytes(StandardCharsets.UTF_8));
        insert.setBytes(8, metadata);
        insert.setString(9, recordedAt);
    }
}
