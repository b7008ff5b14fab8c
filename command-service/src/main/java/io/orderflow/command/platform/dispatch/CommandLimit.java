package io.orderflow.command.platform.dispatch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.platform.web.RequestRoom;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many commands from callers are carried out at once, and how many more wait for a short time. Any other is refused
 * before anything is done for it: with a queue that grows, each would be answered after its caller has given up.
 */
@Component
final class CommandLimit implements RequestRoom {

    private static final int OF_ONE_SUBJECT = 4;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final DispatchSettings settings;
    private final Semaphore turns;
    /** Only of those about which a command is carried out or waits: never more than there is room for commands. */
    private final Map<String, Subject> subjects = new ConcurrentHashMap<>();

    private final AtomicInteger waiting = new AtomicInteger();
    private final Counter refused;

    CommandLimit(DispatchSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.turns = new Semaphore(settings.atOnce(), true);
        this.refused = Counter.builder("orderflow.commands.refused")
                .description("commands for which there was no room")
                .register(meters);
        Gauge.builder("orderflow.commands.active", () -> settings.atOnce() - turns.availablePermits())
                .description("commands that are being carried out")
                .register(meters);
        Gauge.builder("orderflow.commands.waiting", waiting::get)
                .description("commands that wait for their turn")
                .register(meters);
    }

    /**
     * Begins a command when it is its turn, which ends when the command has an outcome, not when its caller stops waiting.
     *
     * @param subject what it is about: few about the same are begun, since they can only wait for each other
     * @throws ProblemException with OVERLOADED when its turn does not come; it was not begun
     */
    <T> CompletableFuture<T> carryOut(String subject, Supplier<CompletableFuture<T>> command) {
        Semaphore same = enter(subject);
        boolean begun = false;
        try {
            takeTurn(same);
            begun = true;
        } finally {
            if (!begun) {
                leave(subject);
            }
        }
        CompletableFuture<T> outcome;
        try {
            outcome = command.get();
        } catch (RuntimeException | Error e) {
            endTurn(subject, same);
            throw e;
        }
        return outcome.whenComplete((result, failure) -> endTurn(subject, same));
    }

    /** Not for a command that would not even be let wait. */
    @Override
    public boolean isThereFor(String method) {
        if (turns.availablePermits() > 0 || waiting.get() < settings.waiting() || READING.contains(method)) {
            return true;
        }
        refused.increment();
        return false;
    }

    private void takeTurn(Semaphore same) {
        try {
            if (takeBoth(same, 0)) {
                return;
            }
            try {
                if (waiting.incrementAndGet() > settings.waiting()
                        || !takeBoth(same, settings.turnWait().toNanos())) {
                    throw overloaded();
                }
            } finally {
                waiting.decrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw overloaded();
        }
    }

    /** With a time to wait, if none, a fair semaphore lets nobody pass those who wait already. */
    private boolean takeBoth(Semaphore same, long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        if (!same.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
            return false;
        }
        boolean taken = false;
        try {
            taken = turns.tryAcquire(nanos == 0 ? 0 : end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } finally {
            if (!taken) {
                same.release();
            }
        }
        return taken;
    }

    private void endTurn(String subject, Semaphore same) {
        turns.release();
        same.release();
        leave(subject);
    }

    private Semaphore enter(String subject) {
        return subjects.compute(subject, (name, known) -> Subject.entered(known)).turns;
    }

    private void leave(String subject) {
        subjects.computeIfPresent(subject, (name, known) -> known.left());
    }

    /** How many subjects have commands that are carried out or wait. */
    int subjects() {
        return subjects.size();
    }

    /** What commands are about. */
    private record Subject(Semaphore turns, int commands) {

        static Subject entered(@Nullable Subject known) {
            return known == null
                    ? new Subject(new Semaphore(OF_ONE_SUBJECT, true), 1)
                    : new Subject(known.turns, known.commands + 1);
        }

        @Nullable
        Subject left() {
            return commands == 1 ? null : new Subject(turns, commands - 1);
        }
    }

    private ProblemException overloaded() {
        refused.increment();
        return new ProblemException(ErrorCode.OVERLOADED, "There are too many commands; this one was not begun");
    }
}
