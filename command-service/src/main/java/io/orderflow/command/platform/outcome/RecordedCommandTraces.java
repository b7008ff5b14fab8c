package io.orderflow.command.platform.outcome;

import io.orderflow.platform.axon.TokenTable;
import io.orderflow.platform.eventstore.CommandTraces;
import io.orderflow.platform.eventstore.EventSource;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds traces where {@link CommandTraceRecorder} notes them. That is behind the event store by a moment: before it says
 * that there is none, it waits until all has been noted that was in the store when it was asked.
 */
@Component
@Profile("axonserver")
class RecordedCommandTraces implements CommandTraces {

    private static final String FIND = "SELECT stream, version, sent_by FROM command_trace WHERE command_id = ?";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long LOOK_NANOS = Duration.ofMillis(10).toNanos();

    private final JdbcClient jdbc;
    private final TokenTable tokens;
    private final EventSource events;

    RecordedCommandTraces(DataSource processDataSource, Serializer serializer, EventSource events) {
        this.jdbc = JdbcClient.create(processDataSource);
        this.tokens = new TokenTable(processDataSource, serializer);
        this.events = events;
    }

    @Override
    public Optional<Trace> of(UUID commandId) {
        Optional<Trace> noted = find(commandId);
        if (noted.isPresent()) {
            return noted;
        }
        awaitAllNoted(events.createHeadToken().position().orElse(0));
        return find(commandId);
    }

    private Optional<Trace> find(UUID commandId) {
        return jdbc.sql(FIND)
                .param(commandId.toString())
                .query((row, number) -> new Trace(row.getString(1), row.getLong(2), row.getString(3)))
                .optional();
    }

    private void awaitAllNoted(long head) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (tokens.position(CommandTraceRecorder.GROUP).orElse(-1) < head) {
            if (System.nanoTime() > deadline) {
                throw new QueryTimeoutException("what commands have left is not all noted yet");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
