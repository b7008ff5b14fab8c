package io.orderflow.command.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.RejectionReason;
import io.orderflow.api.order.event.OrderRejected;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Random commands to a small shop, with the process behind it being late, interrupted and told things twice, against a
 * model of what the shop may answer and of what is left when all is done.
 */
class FulfilmentModelTest {

    private static final long SEED = Long.getLong("orderflow.model.seed", System.nanoTime());
    private static final int SEQUENCES = Integer.getInteger("orderflow.model.sequences", 10_000);
    private static final int WALKERS = 2;

    private final Map<OrderStatus, Integer> ends = new ConcurrentSkipListMap<>();
    private final Set<ErrorCode> refusals = ConcurrentHashMap.newKeySet();
    private final Set<RejectionReason> rejections = ConcurrentHashMap.newKeySet();

    @Test
    void leaves_nothing_half_done_whatever_happens_in_whatever_order() {
        System.out.println("FulfilmentModelTest: -Dorderflow.model.seed=" + SEED);
        IntStream.range(0, WALKERS).parallel().forEach(this::walk);
        System.out.printf("FulfilmentModelTest: %d sequences, orders ended %s%n", SEQUENCES, ends);
        if (SEQUENCES > 1_000) {
            requireThatNothingWasMissed();
        }
    }

    private void walk(int walker) {
        FulfilmentWalk walk = new FulfilmentWalk();
        for (int number = walker; number < SEQUENCES; number += WALKERS) {
            run(walk, SEED + number);
        }
    }

    private void run(FulfilmentWalk walk, long seed) {
        try {
            walk.run(new Random(seed));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "-Dorderflow.model.seed=%d -Dorderflow.model.sequences=1 shows it alone: %s\n%s"
                            .formatted(seed, e.getMessage(), walk.transcript()),
                    e);
        }
        walk.ends().forEach(status -> ends.merge(status, 1, Integer::sum));
        refusals.addAll(walk.refusals());
        walk.recorded(OrderRejected.class).forEach(rejected -> rejections.add(rejected.reason()));
    }

    private void requireThatNothingWasMissed() {
        assertThat(ends.keySet())
                .as("seed %d", SEED)
                .containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(OrderStatus.PLACED)));
        assertThat(Collections.min(ends.values())).as("seed %d", SEED).isGreaterThan(SEQUENCES / 100);
        assertThat(rejections).as("seed %d", SEED).containsExactlyInAnyOrder(RejectionReason.values());
        assertThat(refusals)
                .as("seed %d", SEED)
                .contains(
                        ErrorCode.IDEMPOTENCY_KEY_REUSED,
                        ErrorCode.VERSION_CONFLICT,
                        ErrorCode.STOCK_BELOW_PROMISED,
                        ErrorCode.SHIPMENT_EXCEEDS_ORDER,
                        ErrorCode.ORDER_NOT_CANCELLABLE);
    }
}
