package io.orderflow.query.platform.deadletter;

import io.orderflow.platform.eventstore.UnknownEvent;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The events that a projection is to go on without, by somebody's decision. It holds for all generations of a read model. */
public final class DiscardedEvents {

    private final JdbcClient jdbc;
    private final Clock clock;

    DiscardedEvents(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /** Whether a group goes on without all events of a stream from a version to another one. */
    public boolean contains(String group, String stream, long from, long to) {
        return jdbc.sql("select count(*) from discarded_event where group_name = ? and stream = ?"
                                + " and version between ? and ?")
                        .params(group, stream, from, to)
                        .query(Long.class)
                        .single()
                == to - from + 1;
    }

    /** All, by group. */
    Map<String, Set<Event>> all() {
        Map<String, Set<Event>> all = new HashMap<>();
        jdbc.sql("select group_name, stream, version from discarded_event").query(row -> {
            all.computeIfAbsent(row.getString(1), group -> new HashSet<>())
                    .add(new Event(row.getString(2), row.getLong(3)));
        });
        return all;
    }

    void add(String group, DomainEventMessage<?> event, String reason) {
        jdbc.sql("insert into discarded_event (group_name, stream, version, event_identifier, payload_type, reason,"
                        + " discarded_at) select ?, ?, ?, ?, ?, ?, ? where not exists (select 1 from discarded_event"
                        + " where group_name = ? and stream = ? and version = ?)")
                .params(
                        group,
                        event.getAggregateIdentifier(),
                        event.getSequenceNumber(),
                        event.getIdentifier(),
                        UnknownEvent.typeOf(event),
                        reason,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        group,
                        event.getAggregateIdentifier(),
                        event.getSequenceNumber())
                .update();
    }

    /** One event. */
    public record Event(String stream, long version) {}
}
