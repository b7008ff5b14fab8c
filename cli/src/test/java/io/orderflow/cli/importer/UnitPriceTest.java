package io.orderflow.cli.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitPriceTest {

    @ParameterizedTest
    @CsvSource({
        "261.96, 2, 130.98",
        "10, 4, 2.50",
        "957.5775, 5, 191.5155",
        "10.00, 3, 3.333333",
        "0.444, 1, 0.444",
        "0.015, 2, 0.0075",
        "0, 7, 0.00"
    })
    void is_the_shortest_that_gives_the_amount(BigDecimal amount, int quantity, BigDecimal price) {
        assertThat(UnitPrice.of(amount, quantity)).contains(price);
    }

    @Test
    void takes_a_neighbour_when_the_rounded_quotient_misses_the_amount() {
        // 0.035 / 3 = 0.011667, three of which are 0.035001 and thus 0.04; half-even agrees. 0.045 / 7 = 0.006429 gives
        // 0.045003, which is 0.05 where the amount rounds to 0.04
        BigDecimal amount = new BigDecimal("0.045");

        assertThat(UnitPrice.of(amount, 7)).contains(new BigDecimal("0.006428"));
    }

    @Test
    void there_is_none_when_a_step_of_the_price_is_more_than_a_cent() {
        assertThat(UnitPrice.of(new BigDecimal("1.00"), 1_000_000)).contains(new BigDecimal("0.000001"));
        assertThat(UnitPrice.of(new BigDecimal("1.01"), 1_000_000)).isEmpty();
    }

    @Test
    void gives_the_amount_back_for_any_amount_and_ordinary_quantity() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal amount = BigDecimal.valueOf(random.nextLong(100_000_000), 4);
            int quantity = random.nextInt(1, 1_000);

            BigDecimal price = UnitPrice.of(amount, quantity).orElseThrow();

            assertThat(price.scale()).isLessThanOrEqualTo(6);
            assertThat(price.multiply(BigDecimal.valueOf(quantity)).setScale(2, RoundingMode.HALF_EVEN))
                    .as("seed %d: %s for %d", seed, amount, quantity)
                    .isEqualByComparingTo(amount.setScale(2, RoundingMode.HALF_EVEN));
        }
    }
}
