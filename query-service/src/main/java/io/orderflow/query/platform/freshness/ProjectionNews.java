package io.orderflow.query.platform.freshness;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What this replica has projected and the others do not know yet, collected so that a batch is one message as a rule. */
final class ProjectionNews {

    private static final int STREAMS_AT_MOST = 10_000;
    private static final int BYTES_AROUND = 200;

    private final JsonMapper json;
    private final int messageBytes;
    private final Map<String, Group> groups = new HashMap<>();
    private int streams;

    /** @param messageBytes how long a message may be at most */
    ProjectionNews(JsonMapper json, int messageBytes) {
        this.json = json;
        this.messageBytes = messageBytes;
    }

    synchronized void add(String group, Instant recordedAt, String stream, long version) {
        Group news = groups.computeIfAbsent(group, same -> new Group());
        news.at = recordedAt;
        if (streams < STREAMS_AT_MOST) { // the others look for themselves when they hear nothing for long
            streams += news.versions.merge(stream, version, Math::max) == version ? 1 : 0;
        }
    }

    /** Gives all that there is, once. */
    List<String> drain() {
        Map<String, Group> drained;
        synchronized (this) {
            drained = Map.copyOf(groups);
            groups.clear();
            streams = 0;
        }
        List<String> messages = new ArrayList<>();
        drained.forEach((name, group) -> group.write(name, messages));
        return messages;
    }

    Message read(String message) {
        return json.readValue(message, Message.class);
    }

    private final class Group {

        private final Map<String, Long> versions = new HashMap<>();
        private Instant at = Instant.EPOCH;

        private void write(String name, List<String> messages) {
            Map<String, Long> part = new HashMap<>();
            int bytes = BYTES_AROUND;
            for (Map.Entry<String, Long> entry : versions.entrySet()) {
                int more = json.writeValueAsString(entry.getKey()).getBytes(StandardCharsets.UTF_8).length + 22;
                if (bytes + more > messageBytes && !part.isEmpty()) {
                    messages.add(json.writeValueAsString(new Message(name, at, part)));
                    part = new HashMap<>();
                    bytes = BYTES_AROUND;
                }
                part.put(entry.getKey(), entry.getValue());
                bytes += more;
            }
            messages.add(json.writeValueAsString(new Message(name, at, part)));
        }
    }

    /**
     * What one replica tells the others.
     *
     * @param group the processing group
     * @param at when the newest of the events was recorded
     * @param streams the version that the read model shows now, by stream
     */
    record Message(String group, Instant at, Map<String, Long> streams) {}
}
