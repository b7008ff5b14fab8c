package io.orderflow.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.client.Address;
import io.orderflow.client.ApiProblem;
import io.orderflow.client.Money;
import io.orderflow.client.NewLine;
import io.orderflow.client.NewOrder;
import io.orderflow.client.OrderflowException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Half as much again as these callers get done when they wait for their answers: everything is answered, and the service is
 * itself again afterwards. How much is carried out meanwhile is for {@code ./run bench} to say: callers as patient as
 * these take processors from the service.
 */
@EnabledIfSystemProperty(
        named = "orderflow.faults",
        matches = "full",
        disabledReason = "it measures for minutes: part of the full dose, -Pfaults")
class OverloadE2E {

    private static final Address ADDRESS = new Address("Ada", "Ring 1", "10115", "Berlin", null, "DE");
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    /** More than are carried out at once: whatever is not the service's limit must not be theirs. */
    private static final int CALLERS = 64;

    @TempDir
    Path data;

    @Test
    void more_than_can_be_carried_out_is_refused_and_the_rest_is_carried_out_as_ever() {
        try (Installation services = Installation.embedded(data).start()) {
            closedLoop(services, WARM_UP);
            double most = closedLoop(services, MEASURED);

            Arrivals arrivals = new Arrivals(services);
            arrivals.come((int) (most * 1.5), MEASURED);
            long begin = System.nanoTime();
            createOne(services);
            long recovery = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);

            System.out.println(Report.note(
                    ("overload, H2: of %d orders, %.0f a second, %d were created, %d refused, %d without an answer, the slowest"
                                    + " after %d ms; a single order again after %d ms")
                            .formatted(
                                    arrivals.arrived.get(),
                                    1.5 * most,
                                    arrivals.acknowledged.get(),
                                    arrivals.refused.get(),
                                    arrivals.unanswered.get(),
                                    arrivals.slowestMillis.get(),
                                    recovery)));
            assertThat(arrivals.unanswered).as("calls without an answer").hasValue(0);
        }
    }

    /** Acknowledged in a second, when each caller waits for its answer. */
    private static double closedLoop(Installation services, Duration time) {
        AtomicInteger acknowledged = new AtomicInteger();
        long end = System.nanoTime() + time.toNanos();
        Callers.callAtOnce(
                CALLERS,
                CALLERS,
                caller -> {
                    while (System.nanoTime() < end) {
                        services.patient().orders().create(order());
                        acknowledged.incrementAndGet();
                    }
                    return caller;
                },
                () -> {});
        return acknowledged.get() / (double) time.toSeconds();
    }

    private static void createOne(Installation services) {
        services.patient().orders().create(order());
    }

    private static NewOrder order() {
        return NewOrder.pending(
                UUID.randomUUID(), "EUR", List.of(NewLine.of("DESK", "Desk", 1, Money.of("12.50", "EUR"))), ADDRESS);
    }

    /** Calls that come whether or not the ones before were answered, each tried once. */
    private static final class Arrivals {

        private final Installation services;
        private final AtomicInteger arrived = new AtomicInteger();
        private final AtomicInteger acknowledged = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger unanswered = new AtomicInteger();
        private final AtomicLong slowestMillis = new AtomicLong();

        private Arrivals(Installation services) {
            this.services = services;
        }

        private void come(int rate, Duration time) {
            ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
            ExecutorService callers = Executors.newCachedThreadPool();
            clock.scheduleAtFixedRate(
                    () -> callers.execute(this::callOnce), 0, 1_000_000L / rate, TimeUnit.MICROSECONDS);
            Installation.pause(time);
            clock.shutdownNow();
            callers.shutdown();
            try {
                assertThat(callers.awaitTermination(30, TimeUnit.SECONDS))
                        .as("every call ends")
                        .isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void callOnce() {
            arrived.incrementAndGet();
            long begin = System.nanoTime();
            try {
                services.oneTry().orders().create(order());
                acknowledged.incrementAndGet();
            } catch (ApiProblem e) {
                refused.incrementAndGet();
            } catch (OrderflowException e) {
                unanswered.incrementAndGet();
            } finally {
                slowestMillis.accumulateAndGet(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin), Math::max);
            }
        }
    }
}
