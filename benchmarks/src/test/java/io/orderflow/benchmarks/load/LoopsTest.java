package io.orderflow.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopsTest {

    private static final Duration SPAN = Duration.ofMillis(400);
    private static final long STALL_MILLIS = 300;

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    @Test
    void the_open_loop_counts_the_time_that_requests_wait_while_the_service_stands_still() {
        Load load = new OpenLoop(100, 1, Duration.ZERO, SPAN).run(() -> client(this::stallsFirst));

        // 40 are due, and all those of the first 300 ms wait for the one that stalls
        assertThat(load.latencies().getTotalCount()).isEqualTo(40);
        assertThat(load.latencies().getCountBetweenValues(100_000, Long.MAX_VALUE / 2))
                .as("requests that came at least 0.1 s late")
                .isGreaterThanOrEqualTo(15);
    }

    @Test
    void the_closed_loop_sends_the_next_request_when_the_last_one_is_answered() {
        Load load = new ClosedLoop(1, Duration.ZERO, SPAN).run(() -> client(this::stallsFirst));

        assertThat(load.latencies().getMaxValue()).isGreaterThanOrEqualTo(STALL_MILLIS * 1_000);
        assertThat(load.latencies().getTotalCount()).isEqualTo(calls.get() - afterTheEnd(load));
    }

    @Test
    void every_client_has_a_connection_of_its_own_and_closes_it() {
        AtomicInteger connected = new AtomicInteger();

        new ClosedLoop(3, Duration.ZERO, Duration.ofMillis(50)).run(() -> {
            connected.incrementAndGet();
            return client(this::succeeds);
        });

        assertThat(connected).hasValue(3);
        assertThat(open).hasValue(0);
    }

    @Test
    void what_fails_is_counted_and_its_time_does_not_count() {
        Load load = new OpenLoop(50, 2, Duration.ZERO, SPAN)
                .run(() -> client(() -> {
                    if (calls.incrementAndGet() % 2 == 0) {
                        throw new IOException("the connection is gone");
                    }
                    return false;
                }));

        assertThat(load.failures()).isEqualTo(20);
        assertThat(load.latencies().getTotalCount()).isZero();
    }

    @Test
    void what_happens_while_it_warms_up_does_not_count() {
        Load load =
                new OpenLoop(100, 4, Duration.ofMillis(200), Duration.ofMillis(100)).run(() -> client(this::succeeds));

        assertThat(calls).hasValue(30);
        assertThat(load.latencies().getTotalCount()).isEqualTo(10);
    }

    @Test
    void a_span_in_which_nothing_is_done_lasts_until_something_is() {
        Load load = new ClosedLoop(2, Duration.ZERO, Duration.ofMillis(50)).run(() -> client(this::stallsFirst));

        assertThat(load.latencies().getTotalCount()).isPositive();
        assertThat(load.rate()).isPositive().isFinite();
    }

    /** The last one may have been answered after the end. */
    private int afterTheEnd(Load load) {
        return load.latencies().getTotalCount() == calls.get() ? 0 : 1;
    }

    private boolean succeeds() {
        calls.incrementAndGet();
        return true;
    }

    private boolean stallsFirst() {
        if (calls.getAndIncrement() == 0) {
            try {
                Thread.sleep(STALL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return true;
    }

    private Client client(Operation operation) {
        open.incrementAndGet();
        return new Client() {

            @Override
            public boolean run() throws IOException {
                return operation.run();
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }
}
