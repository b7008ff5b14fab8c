package io.orderflow.query.platform.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private final Arrivals arrivals = new Arrivals();
    private final List<String> called = new ArrayList<>();

    @Test
    void a_waiter_is_called_once_though_the_same_arrival_is_told_while_it_is_told() {
        arrivals.await("group", "stream", 1, () -> arrivals.arrived("group", "stream", 1));
        arrivals.await("group", "stream", 1, () -> called.add("second"));
        arrivals.arrived("group", "stream", 1);

        assertThat(called).containsExactly("second");
        assertThat(arrivals.count()).isZero();
    }

    @Test
    void a_waiter_that_was_answered_because_the_service_stops_is_not_called_again() {
        arrivals.await("group", "stream", 1, () -> called.add("before"));
        arrivals.stop();
        arrivals.await("group", "stream", 1, () -> called.add("after"));
        arrivals.arrived("group", "stream", 1);

        assertThat(called).containsExactly("before", "after");
        assertThat(arrivals.count()).isZero();
    }

    @Test
    void a_look_that_fails_keeps_no_other_from_looking() {
        Set<Integer> looked = ConcurrentHashMap.newKeySet();
        for (int number = 0; number < 5; number++) {
            int looking = number;
            arrivals.watch(
                    () -> {
                        looked.add(looking);
                        throw new IllegalStateException("no database");
                    },
                    () -> {});
        }
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            arrivals.lookAgain();
            assertThat(looked).hasSize(5);
        });
    }
}
