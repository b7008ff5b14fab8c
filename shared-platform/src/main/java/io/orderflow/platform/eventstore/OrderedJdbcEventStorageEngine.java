package io.orderflow.platform.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Axon's JDBC engine with five differences.
 *
 * <ul>
 *   <li>Appends are committed in the order of their indexes. An index is taken at the insert and seen at the commit;
 *       where two transactions overlap, a reader that has seen the higher index may pass over the lower one for good
 *       (AxonFramework#4829). A row lock taken before the insert lets only one transaction be between the two.
 *   <li>Appends that come at the same time share a transaction, see {@link GroupCommit}. So an append is durable when it
 *       returns, and no part of the transaction of a caller.
 *   <li>Readers see only what is durable: H2 shows a commit an instant before it is in the file, and after a kill in that
 *       instant the same index would be given to another event.
 *   <li>Events are named after their commands, see {@link CommandEventIds}.
 *   <li>No state is made of a stream with an event of a type that is not known.
 * </ul>
 */
final class OrderedJdbcEventStorageEngine extends JdbcEventStorageEngine implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OrderedJdbcEventStorageEngine.class);
    private static final String TAKE_APPEND_LOCK = "SELECT id FROM append_lock WHERE id = 1 FOR UPDATE";
    /** An append takes some milliseconds; a caller waits for others of them no longer than for a connection. */
    private static final Duration APPEND_PATIENCE = Duration.ofSeconds(2);

    private static final long ANNOUNCE_AGAIN_MILLIS = 250;

    private final TransactionTemplate ownTransaction;
    private final AppendSignal signal;
    private final String readHead;
    private final GroupCommit commits = new GroupCommit(this::write, APPEND_PATIENCE);
    private final AtomicBoolean announcing = new AtomicBoolean();
    private final ScheduledExecutorService announcer =
            Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("event-store-head"));

    OrderedJdbcEventStorageEngine(
            Builder builder, PlatformTransactionManager transactions, AppendSignal signal, EventStoreDialect dialect) {
        super(builder);
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.signal = signal;
        this.readHead = dialect.readHead();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<EventMessage<?>> named = CommandEventIds.named(events);
        // messages keep what they were serialised to: done here, by each writer, it is not done within the transaction
        named.forEach(event -> {
            event.serializePayload(serializer, byte[].class);
            event.serializeMetaData(serializer, byte[].class);
        });
        commits.append(named);
    }

    private void write(List<EventMessage<?>> events) {
        AtomicBoolean written = new AtomicBoolean();
        try {
            Long head = ownTransaction.execute(status -> {
                if (!events.isEmpty()) {
                    if (queryForLong(TAKE_APPEND_LOCK) == null) {
                        throw new EventStoreException("the event store has no append lock: its schema is incomplete");
                    }
                    super.appendEvents(events, getEventSerializer());
                    written.set(true);
                }
                return queryForLong(readHead);
            });
            signal.raise(head == null ? 0 : head);
        } catch (ConcurrencyException | AggregateStreamCreationException e) {
            throw e;
        } catch (RuntimeException e) {
            announceHeadSoon();
            throw written.get() ? new AppendOutcomeUnknown(e) : e;
        }
    }

    /**
     * Lets readers see all that is in the store. To be called by a writer when it starts, and after an append that may or
     * may not have been committed. Tried again until the store answers.
     */
    void announceHead() {
        announcing.set(false);
        try {
            // in its turn among the appends: beside one it could read what is not in the file yet
            commits.append(List.of());
        } catch (RuntimeException e) {
            log.warn("cannot read the head of the event store, will try again: {}", e.toString());
            announceHeadSoon();
        }
    }

    private void announceHeadSoon() {
        if (announcing.compareAndSet(false, true)) {
            try {
                announcer.schedule(this::announceHead, ANNOUNCE_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                log.debug("the service stops; the next one announces the head at its start", e);
            }
        }
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        // read before the query: what was durable then may be given out
        long head = signal.head();
        return super.fetchTrackedEvents(lastToken, batchSize).stream()
                .filter(event -> event.trackingToken().position().orElseThrow() <= head)
                .toList();
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstVersion) {
        DomainEventStream events = super.readEvents(stream, firstVersion);
        return DomainEventStream.of(events.asStream().peek(UnknownEvent::refuse), events::getLastSequenceNumber);
    }

    private @Nullable Long queryForLong(String sql) {
        return JdbcUtils.executeQuery(
                getConnection(),
                connection -> connection.prepareStatement(sql),
                result -> result.next() ? (Long) result.getLong(1) : null,
                e -> new EventStoreException("cannot read from the event store", e));
    }

    @Override
    public void close() {
        announcer.shutdownNow();
    }
}
