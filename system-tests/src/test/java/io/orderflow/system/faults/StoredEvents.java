package io.orderflow.system.faults;

import io.orderflow.platform.eventstore.EmbeddedStoreSettings;
import io.orderflow.system.faults.SentCommand.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is in the event store, read past both services. */
public final class StoredEvents {

    private static final Pattern MARK = Pattern.compile("\"(load-[0-9a-z]+-\\d+)\"");

    /**
     * One event.
     *
     * @param mark the key of the command that it came of, {@code place} for one that has no room for it, or nothing for
     *     what the services have decided
     */
    record Stored(String stream, long version, String type, String mark) {}

    private final String url;
    private final String user;
    /** Has a statement wait for a lock that the services take many times a second. */
    private final String waitLong;

    private StoredEvents(String url, String user, String waitLong) {
        this.url = url;
        this.user = user;
        this.waitLong = waitLong;
    }

    /** Of the embedded mode. To be read only while a service runs, which then holds the file. */
    public static StoredEvents embedded(Path data) {
        return new StoredEvents(new EmbeddedStoreSettings(data).eventStoreUrl(), "sa", "SET LOCK_TIMEOUT 60000");
    }

    static StoredEvents postgres(String url) {
        return new StoredEvents(
                url + (url.contains("?") ? "&" : "?") + "currentSchema=events", "postgres", "SET lock_timeout = 60000");
    }

    /** All events by stream, in the order in which readers get them. */
    Map<String, List<Stored>> read() {
        Map<String, List<Stored>> streams = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(
                        "SELECT stream, version, payload_type, payload FROM domain_event ORDER BY global_index")) {
            while (row.next()) {
                Stored event = event(row);
                streams.computeIfAbsent(event.stream(), stream -> new ArrayList<>())
                        .add(event);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the store cannot be read", e);
        }
        return streams;
    }

    /**
     * Writes an order past the services: its creation is that of the newest one, by another customer. Readers learn of it with the next event that
     * a service writes.
     *
     * @param later the names and the payloads of the events after the first
     */
    public void appendOrder(UUID order, List<Map.Entry<String, String>> later) {
        try (Connection connection = DriverManager.getConnection(url, user, "")) {
            connection.setAutoCommit(false);
            try (Statement sql = connection.createStatement()) {
                sql.execute(waitLong);
                sql.executeQuery("SELECT id FROM append_lock WHERE id = 1 FOR UPDATE");
                try (ResultSet newest = sql.executeQuery(
                        "SELECT stream, payload_type, payload FROM domain_event"
                                + " WHERE payload_type LIKE '%.OrderCreated' ORDER BY global_index DESC FETCH FIRST ROW ONLY")) {
                    if (!newest.next()) {
                        throw new IllegalStateException("there is no order yet");
                    }
                    String of = newest.getString(1).substring("order-".length());
                    String type = newest.getString(2);
                    String created = new String(newest.getBytes(3), StandardCharsets.UTF_8)
                            .replace(of, order.toString())
                            .replaceFirst("(\"customerId\":\")[^\"]+", "$1" + UUID.randomUUID());
                    insert(connection, order, 0, type, created);
                    for (int event = 0; event < later.size(); event++) {
                        String name =
                                type.replace("OrderCreated", later.get(event).getKey());
                        insert(
                                connection,
                                order,
                                event + 1,
                                name,
                                later.get(event).getValue());
                    }
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the store cannot be written", e);
        }
    }

    private static void insert(Connection connection, UUID order, int version, String type, String payload)
            throws SQLException {
        String stream = "order-" + order;
        try (PreparedStatement sql = connection.prepareStatement(
                "INSERT INTO domain_event (event_id, stream, version, aggregate_type, payload_type, payload, metadata,"
                        + " recorded_at) SELECT ?, ?, ?, aggregate_type, ?, ?, metadata, recorded_at FROM domain_event"
                        + " WHERE payload_type LIKE '%.OrderCreated' ORDER BY global_index DESC FETCH FIRST ROW ONLY")) {
            sql.setString(1, stream + "." + version);
            sql.setString(2, stream);
            sql.setLong(3, version);
            sql.setString(4, type);
            sql.setBytes(5, payload.getBytes(StandardCharsets.UTF_8));
            sql.executeUpdate();
        }
    }

    private static Stored event(ResultSet row) throws SQLException {
        String type = row.getString(3).substring(row.getString(3).lastIndexOf('.') + 1);
        return new Stored(row.getString(1), row.getLong(2), type, mark(type, row.getBytes(4)));
    }

    private static String mark(String type, byte[] payload) {
        if (type.equals(Kind.PLACE.event)) {
            return "place";
        }
        for (Kind kind : Kind.values()) {
            if (kind.event.equals(type)) {
                Matcher mark = MARK.matcher(new String(payload, StandardCharsets.UTF_8));
                return mark.find() ? mark.group(1) : "nobody's " + type;
            }
        }
        return "";
    }
}
