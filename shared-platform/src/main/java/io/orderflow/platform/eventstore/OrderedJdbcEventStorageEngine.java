package io.orderflow.platform.eventstore;

import java.util.List;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Axon's JDBC engine, with appends in the order of their commits. An index is taken at the insert and seen at the
 * commit; where two transactions overlap, a reader that has seen the higher index may pass over the lower one for good
 * (AxonFramework#4829). A row lock taken before the insert lets only one transaction be between the two. It is taken
 * when the unit of work commits, so it is held for the insert and the commit alone.
 */
final class OrderedJdbcEventStorageEngine extends JdbcEventStorageEngine {

    private static final String TAKE_APPEND_LOCK = "SELECT id FROM append_lock WHERE id = 1 FOR UPDATE";

    private final TransactionManager transactionManager;
    private final AppendSignal signal;

    OrderedJdbcEventStorageEngine(Builder builder, TransactionManager transactionManager, AppendSignal signal) {
        super(builder);
        this.transactionManager = transactionManager;
        this.signal = signal;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        transactionManager.executeInTransaction(() -> {
            boolean locked = JdbcUtils.executeQuery(
                    getConnection(),
                    connection -> connection.prepareStatement(TAKE_APPEND_LOCK),
                    result -> result.next(),
                    e -> new EventStoreException("cannot take the append lock", e));
            if (!locked) {
                throw new EventStoreException("the event store has no append lock: its schema is incomplete");
            }
            super.appendEvents(events, serializer);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    signal.raise();
                }
            });
        });
    }
}
