package io.orderflow.query.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

    @ParameterizedTest
    @CsvSource({
        "12.500000, EUR, 12.50",
        "0.000000, EUR, 0.00",
        "100.000000, EUR, 100.00",
        "0.333333, EUR, 0.333333",
        "1.250000, JPY, 1.25",
        "100.000000, JPY, 100",
        "2.000000, BHD, 2.000"
    })
    void shows_an_amount_with_its_currencys_decimals_and_more_only_where_they_count(
            BigDecimal column, String currency, String shown) {
        assertThat(Columns.money(column, currency).amount().toPlainString()).isEqualTo(shown);
    }

    @Test
    void cuts_instants_to_microseconds() {
        assertThat(Columns.instant(Instant.parse("2026-01-01T00:00:00.123456999Z")))
                .isEqualTo(Instant.parse("2026-01-01T00:00:00.123456Z"));
    }
}
