package io.orderflow.query.platform.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the tables of the event store. */
final class JdbcStoredStreams implements StoredStreams {

    private static final String LAST_OF_EACH = "select stream, max(version) from domain_event"
            + " where global_index > :after and global_index <= :to group by stream";
    private static final String LAST = "select max(version) from domain_event where stream = :stream";
    private static final String PLACES =
            "select stream, version, global_index from domain_event where stream in (:streams) order by global_index";

    private final JdbcClient jdbc;
    private final EventStorageEngine events;

    JdbcStoredStreams(DataSource eventStore, EventStorageEngine events) {
        this.jdbc = JdbcClient.create(eventStore);
        this.events = events;
    }

    @Override
    public Map<String, Long> lastVersions(long after, long to) {
        Map<String, Long> versions = new HashMap<>();
        jdbc.sql(LAST_OF_EACH).param("after", after).param("to", to).query(row -> {
            versions.put(row.getString(1), row.getLong(2));
        });
        return versions;
    }

    @Override
    public OptionalLong lastVersion(String stream) {
        return jdbc.sql(LAST)
                .param("stream", stream)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    @Override
    public List<TrackedEventMessage<?>> upTo(long index, String stream) {
        List<String> streams = StoredStreams.together(stream);
        Map<Place, DomainEventMessage<?>> messages = new HashMap<>();
        streams.forEach(name -> events.readEvents(name)
                .forEachRemaining(event -> messages.put(new Place(name, event.getSequenceNumber()), event)));
        List<TrackedEventMessage<?>> past = new ArrayList<>();
        jdbc.sql(PLACES).param("streams", streams).query(row -> {
            DomainEventMessage<?> event = messages.get(new Place(row.getString(1), row.getLong(2)));
            if (event != null && row.getLong(3) <= index) {
                past.add(new GenericTrackedDomainEventMessage<>(StoredStreams.passed(row.getLong(3), index), event));
            }
        });
        return past;
    }

    private record Place(String stream, long version) {}
}
