package io.orderflow.query.salesstatistics;

import io.orderflow.api.order.OrderStatus;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The orders of one day, currency and state, summed up. */
record SalesOfDay(LocalDate day, String currency, OrderStatus status, long orders, long units, BigDecimal total) {

    Tally tally() {
        return Tally.of(status, orders, units, total);
    }
}
