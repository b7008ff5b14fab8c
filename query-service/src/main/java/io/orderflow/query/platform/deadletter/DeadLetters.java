package io.orderflow.query.platform.deadletter;

import io.orderflow.platform.eventstore.UnknownEvent;
import io.orderflow.platform.problem.Outage;
import io.orderflow.query.platform.projection.StreamSequencing;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ClassUtils;

/** The dead letters of one processor. */
public final class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final String group;
    private final String processor;
    private final JdbcSequencedDeadLetterQueue<EventMessage<?>> queue;
    private final DiscardedEvents discarded;
    private final DeadLetterSettings settings;
    private final Clock clock;
    private final StreamSequencing sequencing = new StreamSequencing();
    private volatile boolean perhapsSome = true;
    private volatile @Nullable Set<DiscardedEvents.Event> without;

    DeadLetters(
            String group,
            String processor,
            JdbcSequencedDeadLetterQueue<EventMessage<?>> queue,
            DiscardedEvents discarded,
            DeadLetterSettings settings,
            Clock clock) {
        this.group = group;
        this.processor = processor;
        this.queue = queue;
        this.discarded = discarded;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Puts an event behind those of its sequence that could not be handled, if there are any: it must not overtake them.
     * Called in the unit of work of its batch.
     */
    public boolean parkBehind(EventMessage<?> event) {
        if (!perhapsSome) {
            return false;
        }
        String sequence = sequenceOf(event);
        boolean parked = queue.enqueueIfPresent(sequence, () -> new GenericDeadLetter<>(sequence, event));
        if (parked) {
            ParkedEvents.add(CurrentUnitOfWork.get(), event);
        }
        return parked;
    }

    /**
     * Whether the projection is to go on without an event, by somebody's decision. One of a moment ago, at another replica,
     * may not be known here yet.
     */
    public boolean isDiscarded(EventMessage<?> event) {
        Set<DiscardedEvents.Event> known = without;
        if (known == null) {
            known = discarded.all().getOrDefault(group, Set.of());
            without = known;
        }
        return !known.isEmpty()
                && event instanceof DomainEventMessage<?> one
                && known.contains(new DiscardedEvents.Event(one.getAggregateIdentifier(), one.getSequenceNumber()));
    }

    /**
     * Puts an event aside that could not be handled. Called in the transaction that moves the token past it.
     *
     * @throws org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException if there are too many already
     */
    public void park(EventMessage<?> event, Exception cause) {
        perhapsSome = true;
        String sequence = sequenceOf(event);
        log.warn(
                "{} holds back {}, for it cannot handle {} {}: {}",
                group,
                sequence,
                ClassUtils.getShortName(UnknownEvent.typeOf(event)),
                event.getIdentifier(),
                cause.getClass().getSimpleName());
        LetterAttempts attempts = LetterAttempts.first(clock.instant(), settings.firstPause());
        queue.enqueue(
                sequence,
                new GenericDeadLetter<EventMessage<?>>(sequence, event)
                        .withCause(ThrowableCause.truncated(cause)) // given to the constructor it would lose its type
                        .withDiagnostics(attempts.asDiagnostics()));
    }

    /** Tries those again whose time has come. */
    public void retryDue(DeadLetterOffice.Overview overview, Handling handling) {
        perhapsSome = overview.holdingBack().contains(processor);
        without = overview.discarded().getOrDefault(group, Set.of());
        if (perhapsSome) {
            retry(this::isDue, handling);
        }
    }

    /** Tries all again, whenever they were tried last. */
    public void retryAll(Handling handling) {
        retry(letter -> true, handling);
    }

    /** Tries one again, and those behind it if it succeeds; false if it is not the first of a sequence. */
    public boolean retry(String letterId, Handling handling) {
        return retry(letter -> idOf(letter).equals(letterId), handling) > 0;
    }

    /**
     * Has the projection go on without an event, now and whenever the read model is built again. Called in a transaction.
     *
     * @return false if it is not the first of a sequence
     */
    public boolean discard(String letterId, String reason) {
        for (Iterable<DeadLetter<? extends EventMessage<?>>> sequence : queue.deadLetters()) {
            DeadLetter<? extends EventMessage<?>> first = sequence.iterator().next();
            if (idOf(first).equals(letterId)) {
                if (first.message() instanceof DomainEventMessage<?> event) {
                    discarded.add(group, event, reason);
                    without = null;
                }
                queue.evict(first);
                return true;
            }
        }
        return false;
    }

    /** Forgets all of them: the projection begins anew. */
    public void clear() {
        queue.clear();
    }

    /** Whether events of a stream, not a payment's, may wait behind one of their sequence that could not be handled. */
    public boolean holdBack(String stream) {
        return queue.contains(StreamSequencing.ofStream(stream));
    }

    /** How many sequences are held back. */
    public long sequences() {
        return queue.amountOfSequences();
    }

    /** How many events are held back. */
    public long size() {
        return queue.size();
    }

    private boolean isDue(DeadLetter<?> letter) {
        LetterAttempts attempts = LetterAttempts.of(letter);
        return attempts.made() < settings.attempts() && !attempts.next().isAfter(clock.instant());
    }

    /** Each sequence once, from its first letter on until one fails. */
    private int retry(Predicate<DeadLetter<?>> wanted, Handling handling) {
        Set<String> tried = new HashSet<>();
        AtomicReference<String> taken = new AtomicReference<>();
        do {
            taken.set(null);
            queue.process(letter -> wanted.test(letter) && !tried.contains(idOf(letter)), letter -> {
                taken.set(idOf(letter));
                tried.add(idOf(letter));
                return handle(letter, handling);
            });
        } while (taken.get() != null);
        return tried.size();
    }

    private EnqueueDecision<EventMessage<?>> handle(DeadLetter<? extends EventMessage<?>> letter, Handling handling) {
        try {
            handling.handle(letter.message());
            return Decisions.evict();
        } catch (Exception e) {
            LetterAttempts before = LetterAttempts.of(letter);
            LetterAttempts after = Outage.isCauseOf(e) ? before : before.failed(clock.instant(), settings.firstPause());
            return Decisions.requeue(ThrowableCause.truncated(e), failed -> after.asDiagnostics());
        }
    }

    static String idOf(DeadLetter<?> letter) {
        return ((JdbcDeadLetter<?>) letter).getIdentifier();
    }

    private String sequenceOf(EventMessage<?> event) {
        return sequencing.getSequenceIdentifierFor(event).toString();
    }

    /** Handles an event in a transaction of its own. */
    @FunctionalInterface
    public interface Handling {

        void handle(EventMessage<?> event) throws Exception;
    }
}
