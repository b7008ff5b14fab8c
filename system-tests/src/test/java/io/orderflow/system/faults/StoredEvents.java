package io.orderflow.system.faults;

import io.orderflow.platform.eventstore.EmbeddedStoreSettings;
import io.orderflow.system.faults.SentCommand.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is in the event store, read past both services. */
final class StoredEvents {

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

    private StoredEvents(String url, String user) {
        this.url = url;
        this.user = user;
    }

    /** Of the embedded mode. To be read only while a service runs, which then holds the file. */
    static StoredEvents embedded(Path data) {
        return new StoredEvents(new EmbeddedStoreSettings(data).eventStoreUrl(), "sa");
    }

    static StoredEvents postgres(String url) {
        return new StoredEvents(url + (url.contains("?") ? "&" : "?") + "currentSchema=events", "postgres");
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
