package io.orderflow.query.salesstatistics;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.statistics.query.SalesFigures;
import io.orderflow.api.statistics.query.SalesKey;
import io.orderflow.query.platform.projection.Columns;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Orders counted, in one currency.
 *
 * @param orders all of them
 * @param units units of those that stand
 * @param revenue amount of those that stand
 * @param cancelled how many were cancelled
 * @param rejected how many were rejected
 */
record Tally(long orders, long units, BigDecimal revenue, long cancelled, long rejected) {

    private static final int RATE_DECIMALS = 4;

    /** Orders in one state, with all their units and their whole amount. */
    static Tally of(OrderStatus status, long orders, long units, BigDecimal total) {
        return switch (status) {
            case CANCELLED -> new Tally(orders, 0, BigDecimal.ZERO, orders, 0);
            case REJECTED -> new Tally(orders, 0, BigDecimal.ZERO, 0, orders);
            default -> new Tally(orders, units, total, 0, 0);
        };
    }

    Tally plus(Tally other) {
        return new Tally(
                orders + other.orders,
                units + other.units,
                revenue.add(other.revenue),
                cancelled + other.cancelled,
                rejected + other.rejected);
    }

    SalesFigures figures(SalesKey key, String currency) {
        return new SalesFigures(
                key,
                currency,
                orders,
                units,
                Columns.money(revenue, currency),
                cancelled,
                rate(cancelled, orders),
                rejected,
                rate(rejected, orders));
    }

    /** Some orders by all of them; 0 if there are none. */
    static BigDecimal rate(long some, long all) {
        return BigDecimal.valueOf(some)
                .divide(BigDecimal.valueOf(Math.max(1, all)), RATE_DECIMALS, RoundingMode.HALF_EVEN);
    }
}
