package io.orderflow.query.platform.generation;

import io.orderflow.platform.axon.WorkedSegments;
import io.orderflow.platform.problem.Outage;
import io.orderflow.query.platform.deadletter.DeadLetterOffice;
import io.orderflow.query.platform.deadletter.DeadLetters;
import jakarta.persistence.OptimisticLockException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.axonframework.common.ExceptionUtils;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Fills the tables of one generation. A batch of events shares a transaction. If it fails, it is rolled back, and its events
 * are handled once more, each in a transaction of its own together with its token: whichever fails then is parked as a dead
 * letter, and nothing of what it has written remains.
 */
final class GenerationProcessor extends PooledStreamingEventProcessor {

    private static final long PATIENCE_SECONDS = 10;

    /** In all, of an event of which another one changes a row at the same time. */
    private static final int TRIES = 5;

    private final Generation generation;
    private final TransactionManager transactions;
    private final TokenStore tokens;
    private final DeadLetters letters;
    private final ErrorHandler failures;
    private final List<ExecutorService> threads;

    /** Shared by all that go on with the read model; taken alone by what builds a part of it anew. */
    private final ReadWriteLock writing = new ReentrantReadWriteLock();

    /**
     * @param failures is told of what is neither handled nor parked, before the segment is given up for a moment
     * @param threads end with the processor
     */
    GenerationProcessor(
            Builder builder,
            Generation generation,
            TransactionManager transactions,
            TokenStore tokens,
            DeadLetters letters,
            ErrorHandler failures,
            List<ExecutorService> threads) {
        super(builder);
        this.generation = generation;
        this.transactions = transactions;
        this.tokens = tokens;
        this.letters = letters;
        this.failures = failures;
        this.threads = threads;
    }

    Generation generation() {
        return generation;
    }

    /** Tries those parked events again whose time has come. */
    void retryDueLetters(DeadLetterOffice.Overview overview) {
        letters.retryDue(overview, this::retry);
    }

    /** Tries a parked event again, if it is the first of its sequence. */
    void retryLetter(String letterId) {
        letters.retry(letterId, this::retry);
    }

    /** Tries all parked events again. */
    void retryAllLetters() {
        letters.retryAll(this::retry);
    }

    /**
     * Handles an event that was parked, and whatever comes of it: readers are told, live streams get it. Nothing else is
     * written here meanwhile, as it would change the same sums.
     *
     * @throws LockAcquisitionFailedException if what is written at the moment does not come to an end
     */
    void retry(EventMessage<?> event) throws Exception {
        Lock alone = alone();
        try {
            unlessOvertaken(() -> {
                UnitOfWork<EventMessage<?>> one = new BatchingUnitOfWork<>(List.of(event));
                one.attachTransaction(transactions);
                one.resources().put(ProjectionInvoker.IS_RETRY, true);
                super.processInUnitOfWork(List.of(event), one, List.of(Segment.ROOT_SEGMENT));
            });
        } finally {
            alone.unlock();
        }
    }

    /**
     * Handles events of a segment again that it has handled, all in one transaction, while nothing else is written here. That
     * nothing is elsewhere, the claim of the segment says: it is checked before and, so that nobody takes it any more, at the
     * end.
     *
     * @param past the events up to a position of the store, with tokens, in their order
     * @param forget is called in the transaction before the first of them
     * @return how many they were
     * @throws UnableToClaimTokenException if another replica has the segment
     * @throws LockAcquisitionFailedException if what is written at the moment does not come to an end
     */
    int projectAnew(
            int segment, LongFunction<List<TrackedEventMessage<?>>> past, Consumer<List<TrackedEventMessage<?>>> forget)
            throws Exception {
        Lock alone = alone();
        try {
            TrackingToken token = transactions.fetchInTransaction(() -> tokens.fetchToken(getName(), segment));
            List<TrackedEventMessage<?>> known =
                    past.apply(token == null ? -1 : token.position().orElse(-1));
            List<TrackedEventMessage<?>> events = new ArrayList<>();
            for (TrackedEventMessage<?> event : known) {
                if (canHandle(event, Segment.ROOT_SEGMENT)) {
                    events.add(event);
                }
            }
            projectAnew(segment, events, () -> forget.accept(known));
            return events.size();
        } finally {
            alone.unlock();
        }
    }

    private void projectAnew(int segment, List<TrackedEventMessage<?>> events, Runnable forget) throws Exception {
        if (events.isEmpty()) {
            transactions.executeInTransaction(() -> {
                forget.run();
                tokens.fetchToken(getName(), segment);
            });
            return;
        }
        UnitOfWork<TrackedEventMessage<?>> again = new BatchingUnitOfWork<>(events);
        again.attachTransaction(transactions);
        again.resources().put(ProjectionInvoker.IS_RETRY, true);
        again.resources().put(ProjectionInvoker.FORGET, forget);
        again.onPrepareCommit(handled -> tokens.fetchToken(getName(), segment));
        super.processInUnitOfWork(events, again, List.of(Segment.ROOT_SEGMENT));
    }

    private Lock alone() throws InterruptedException {
        Lock alone = writing.writeLock();
        if (!alone.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new LockAcquisitionFailedException(getName() + " is busy");
        }
        return alone;
    }

    @Override
    protected void processInUnitOfWork(
            List<? extends EventMessage<?>> events,
            UnitOfWork<? extends EventMessage<?>> unitOfWork,
            Collection<Segment> segments)
            throws Exception {
        Lock together = writing.readLock();
        together.lock();
        try {
            handleBatch(events, unitOfWork, segments);
        } finally {
            together.unlock();
        }
    }

    private void handleBatch(
            List<? extends EventMessage<?>> events,
            UnitOfWork<? extends EventMessage<?>> unitOfWork,
            Collection<Segment> segments)
            throws Exception {
        try {
            super.processInUnitOfWork(events, unitOfWork, segments);
        } catch (Exception e) {
            giveUpIf(isPassing(e), e, events);
            for (EventMessage<?> event : events) {
                handleOrPark((TrackedEventMessage<?>) event, segments);
            }
            // the batch may have passed over events that are not for this segment; Axon takes its token for stored
            TrackingToken end = unitOfWork.getResource("Processor[" + getName() + "]/Token");
            if (end != null) {
                transactions.executeInTransaction(
                        () -> segments.forEach(segment -> tokens.storeToken(end, getName(), segment.getSegmentId())));
            }
        }
    }

    private void handleOrPark(TrackedEventMessage<?> event, Collection<Segment> segments) throws Exception {
        try {
            unlessOvertaken(() -> {
                UnitOfWork<TrackedEventMessage<?>> one = new BatchingUnitOfWork<>(List.of(event));
                one.attachTransaction(transactions);
                one.onPrepareCommit(handled -> passed(event, segments));
                super.processInUnitOfWork(List.of(event), one, segments);
            });
        } catch (Exception e) {
            giveUpIf(isPassing(e) || isOvertaken(e), e, List.of(event));
            try {
                transactions.executeInTransaction(() -> {
                    letters.park(event, e);
                    passed(event, segments);
                });
                letters.parked();
            } catch (RuntimeException notParked) {
                failures.handleError(new ErrorContext(getName(), notParked, List.of(event)));
                throw notParked;
            }
        }
    }

    private void passed(TrackedEventMessage<?> event, Collection<Segment> segments) {
        segments.forEach(segment ->
                tokens.storeToken(Objects.requireNonNull(event.trackingToken()), getName(), segment.getSegmentId()));
    }

    /** What passes by itself is no fault of the event: the batch is tried again as it is, after a pause. */
    private void giveUpIf(boolean passes, Exception e, List<? extends EventMessage<?>> events) throws Exception {
        if (passes) {
            failures.handleError(new ErrorContext(getName(), e, events));
            throw e;
        }
    }

    private static boolean isPassing(Exception e) {
        return Outage.isCauseOf(e) && !isOvertaken(e)
                || ExceptionUtils.findException(e, UnableToClaimTokenException.class)
                        .isPresent();
    }

    /** Another replica, which retries or repairs something, was quicker to change a row. */
    private static boolean isOvertaken(Exception e) {
        return ExceptionUtils.findException(e, OptimisticLockingFailureException.class)
                        .isPresent()
                || ExceptionUtils.findException(e, OptimisticLockException.class)
                        .isPresent();
    }

    private static void unlessOvertaken(Handling handling) throws Exception {
        for (int tries = 1; ; tries++) {
            try {
                handling.run();
                return;
            } catch (Exception e) {
                if (tries == TRIES || !isOvertaken(e)) {
                    throw e;
                }
            }
        }
    }

    /** Without segments that were given up: what readers are told of positions must not be of another replica's. */
    @Override
    public Map<Integer, EventTrackerStatus> processingStatus() {
        return WorkedSegments.of(super.processingStatus());
    }

    /** Stops for good, with its threads. */
    CompletableFuture<Void> end() {
        return shutdownAsync().whenComplete((nothing, failure) -> threads.forEach(ExecutorService::shutdown));
    }

    @FunctionalInterface
    private interface Handling {

        void run() throws Exception;
    }
}
