package io.orderflow.query.platform.generation;

import io.orderflow.platform.problem.Outage;
import io.orderflow.query.platform.deadletter.DeadLetters;
import jakarta.persistence.OptimisticLockException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
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

    private final Generation generation;
    private final TransactionManager transactions;
    private final TokenStore tokens;
    private final DeadLetters letters;
    private final ErrorHandler failures;
    private final List<ExecutorService> threads;

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
    void retryDueLetters() {
        letters.retryDue(this::retry);
    }

    /** Tries a parked event again, if it is the first of its sequence. */
    void retryLetter(String letterId) {
        letters.retry(letterId, this::retry);
    }

    /** Tries all parked events again. */
    void retryAllLetters() {
        letters.retryAll(this::retry);
    }

    /** Handles an event that was parked, and whatever comes of it: readers are told, live streams get it. */
    void retry(EventMessage<?> event) throws Exception {
        UnitOfWork<EventMessage<?>> one = new BatchingUnitOfWork<>(List.of(event));
        one.attachTransaction(transactions);
        one.resources().put(ProjectionInvoker.IS_RETRY, true);
        super.processInUnitOfWork(List.of(event), one, List.of(Segment.ROOT_SEGMENT));
    }

    @Override
    protected void processInUnitOfWork(
            List<? extends EventMessage<?>> events,
            UnitOfWork<? extends EventMessage<?>> unitOfWork,
            Collection<Segment> segments)
            throws Exception {
        try {
            super.processInUnitOfWork(events, unitOfWork, segments);
        } catch (Exception e) {
            giveUpIfPassing(e, events);
            for (EventMessage<?> event : events) {
                handleOrPark((TrackedEventMessage<?>) event, segments);
            }
        }
    }

    private void handleOrPark(TrackedEventMessage<?> event, Collection<Segment> segments) throws Exception {
        UnitOfWork<TrackedEventMessage<?>> one = new BatchingUnitOfWork<>(List.of(event));
        one.attachTransaction(transactions);
        one.onPrepareCommit(handled -> passed(event, segments));
        try {
            super.processInUnitOfWork(List.of(event), one, segments);
        } catch (Exception e) {
            giveUpIfPassing(e, List.of(event));
            try {
                transactions.executeInTransaction(() -> {
                    letters.park(event, e);
                    passed(event, segments);
                });
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

    /** What passes by itself is no fault of the event: the batch is tried again as it is. */
    private void giveUpIfPassing(Exception e, List<? extends EventMessage<?>> events) throws Exception {
        boolean passes = Outage.isCauseOf(e);
        for (Throwable cause = e; cause != null && !passes; cause = cause.getCause()) {
            passes = cause instanceof UnableToClaimTokenException
                    || events.size() == 1
                            && (cause instanceof OptimisticLockingFailureException
                                    || cause instanceof OptimisticLockException);
        }
        if (passes) {
            failures.handleError(new ErrorContext(getName(), e, events));
            throw e;
        }
    }

    /** Stops for good, with its threads. */
    CompletableFuture<Void> end() {
        return shutdownAsync().whenComplete((nothing, failure) -> threads.forEach(ExecutorService::shutdown));
    }
}
