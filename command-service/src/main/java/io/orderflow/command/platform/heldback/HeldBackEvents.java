package io.orderflow.command.platform.heldback;

import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The events that a process went on without. What the process does for that order, or that payment, stands still there until
 * somebody decides what to do, for instance to cancel the order.
 */
final class HeldBackEvents {

    private static final Logger log = LoggerFactory.getLogger(HeldBackEvents.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param processes where the tokens are too: what is noted and what is passed over can never disagree */
    HeldBackEvents(DataSource processes, Clock clock) {
        this.jdbc = JdbcClient.create(processes);
        this.clock = clock;
    }

    /** Notes one. Called in the transaction that moves the token past it, perhaps for each segment. */
    void add(String process, EventMessage<?> event, Exception cause) {
        String stream = event instanceof DomainEventMessage<?> one ? one.getAggregateIdentifier() : "";
        long version = event instanceof DomainEventMessage<?> one ? one.getSequenceNumber() : -1;
        int added = jdbc.sql("INSERT INTO held_back_event (processor_name, event_id, stream, version, cause, held_at)"
                        + " SELECT :process, :id, :stream, :version, :cause, :now WHERE NOT EXISTS"
                        + " (SELECT 1 FROM held_back_event WHERE processor_name = :process AND event_id = :id)")
                .param("process", process)
                .param("id", event.getIdentifier())
                .param("stream", stream)
                .param("version", version)
                .param("cause", cause.getClass().getSimpleName())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (added > 0) {
            log.error(
                    "{} goes on without event {}, version {} of {}, which it can never handle: {}",
                    process,
                    event.getIdentifier(),
                    version,
                    stream,
                    cause.getClass().getSimpleName(),
                    cause);
        }
    }

    /** How many a process went on without. */
    long count(String process) {
        return jdbc.sql("SELECT count(DISTINCT event_id) FROM held_back_event WHERE processor_name = ?")
                .param(process)
                .query(Long.class)
                .single();
    }
}
