package io.orderflow.command.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.RejectionReason;
import io.orderflow.api.order.event.OrderRejected;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random commands to a small shop, with the process behind it being late, interrupted and told things twice, against a
 * model of what the shop may answer and of what is left when all is done.
 */
class FulfilmentModelTest {

    private static final long SEED = Long.getLong("orderflow.model.seed", System.nanoTime());
    private static final int SEQUENCES = Integer.getInteger("orderflow.model.sequences", 10_000);

    private final Map<OrderStatus, Integer> ends = new EnumMap<>(OrderStatus.class);
    private final Set<ErrorCode> refusals = EnumSet.noneOf(ErrorCode.class);
    private final Set<RejectionReason> rejections = EnumSet.noneOf(RejectionReason.class);

    @Test
    void leaves_nothing_half_done_whatever_happens_in_whatever_order() {
        System.out.println("FulfilmentModelTest: -Dorderflow.model.seed=" + SEED);
        FulfilmentWalk walk = new FulfilmentWalk();
        for (int number = 0; number < SEQUENCES; number++) {
            run(walk, SEED + number);
        }
        System.out.printf("FulfilmentModelTest: %d sequences, %s%n", SEQUENCES, ends);
        assertThat(ends.keySet())
                .as("seed %d", SEED)
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(OrderStatus.PLACED)));
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
}
