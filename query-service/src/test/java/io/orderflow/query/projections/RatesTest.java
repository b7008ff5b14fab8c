package io.orderflow.query.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RatesTest {

    private final Rates rates = new Rates();

    @Test
    void a_rate_is_that_of_the_last_ten_seconds() {
        take(0, 0);
        take(10, 10_000);
        take(11, 10_000);
        take(20, 10_500);
        take(21, 10_500);

        assertThat(rates.of("customers-1")).isEqualTo(50);
        assertThat(rates.of("customers-2")).isZero();
    }

    @Test
    void a_processor_that_has_been_reset_begins_anew() {
        take(0, 5_000);
        take(1, 0);
        assertThat(rates.of("customers-1")).isZero();
        take(3, 200);
        assertThat(rates.of("customers-1")).isEqualTo(100);
    }

    @Test
    void a_processor_that_is_gone_is_forgotten() {
        take(0, 0);
        rates.take(Map.of(), 0);
        take(1, 100);
        assertThat(rates.of("customers-1")).isZero();
    }

    private void take(int second, long position) {
        rates.take(Map.of("customers-1", position), TimeUnit.SECONDS.toNanos(second));
    }
}
