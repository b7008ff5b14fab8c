package io.orderflow.platform.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A writer that is slow between its insert and its commit, others that append meanwhile, and a reader of all of them whose
 * clock is an hour ahead of theirs.
 */
final class LongTransaction implements AutoCloseable {

    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Clock RIGHT_TIME = GenericEventMessage.clock;

    final String stream = EventStoreContract.newStream();
    private final EventStoreContract store;
    private final boolean takesTurn;
    private final Connection connection;
    private final List<String> seen = new ArrayList<>();

    LongTransaction(EventStoreContract store, boolean takesTurn) throws SQLException {
        this.store = store;
        this.takesTurn = takesTurn;
        connection = store.connectWithoutLimits();
        connection.setAutoCommit(false);
        // Axon takes the time by which a reader gives up waiting for a missing event from here
        GenericEventMessage.clock = Clock.offset(Clock.system(ZoneOffset.UTC), AHEAD);
    }

    void insert() {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        if (takesTurn) {
            EventStoreContract.takeTurn(jdbc);
        }
        store.insert(jdbc, stream);
    }

    /** Others try to append for so long, and the reader reads on; gives what was appended, in the end. */
    List<String> appendOthersFor(Duration time, BlockingStream<TrackedEventMessage<?>> reader) throws Exception {
        List<String> pending = new ArrayList<>();
        List<String> appended = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            String other = EventStoreContract.newStream();
            if (append(other)) {
                appended.add(other + "/0");
            } else {
                pending.add(other);
            }
            read(reader, 10);
        }
        if (!pending.isEmpty()) {
            commit();
            for (String other : pending) {
                while (!append(other)) {
                    read(reader, 10);
                }
                appended.add(other + "/0");
            }
        }
        return appended;
    }

    private boolean append(String other) {
        try {
            store.engine.appendEvents(new GenericDomainEventMessage<>(
                    "Test", other, 0, new GenericMessage<>(other + "/0"), Instant.now(RIGHT_TIME)));
            return true;
        } catch (AggregateStreamCreationException e) {
            // an earlier try of it was carried out after all
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** Everything that the reader has come to see, when nothing more comes. */
    List<String> readAll(BlockingStream<TrackedEventMessage<?>> reader) throws Exception {
        store.engine.announceHead();
        read(reader, 2_000);
        return seen;
    }

    private void read(BlockingStream<TrackedEventMessage<?>> reader, int patienceMillis) throws InterruptedException {
        while (reader.hasNextAvailable(patienceMillis, TimeUnit.MILLISECONDS)) {
            seen.add(EventStoreContract.payload(reader.nextAvailable()));
        }
    }

    @Override
    public void close() throws SQLException {
        GenericEventMessage.clock = RIGHT_TIME;
        connection.close();
    }
}
