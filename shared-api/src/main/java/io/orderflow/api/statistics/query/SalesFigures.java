package io.orderflow.api.statistics.query;

import io.orderflow.api.money.Money;
import java.math.BigDecimal;

/**
 * Sales of one day, product, customer and so on, in one currency: what was sold in several currencies is several entries,
 * as their amounts cannot be added.
 *
 * <p>Counts every order that was ever placed, at the time at which the channel says it was ordered. One that is cancelled
 * or rejected afterwards stays counted in {@code orders}, leaves {@code units} and {@code revenue}, and is counted in
 * {@code cancelled} or {@code rejected}. An order that was cancelled or expired before it was placed is not counted.
 *
 * @param key what the entry is about
 * @param currency ISO 4217 code
 * @param orders orders placed; for a product those that hold it
 * @param units units in orders that are neither cancelled nor rejected; for a product, of that product
 * @param revenue sum of those orders' totals; for a product, of its lines' totals
 * @param cancelled orders cancelled after they were placed
 * @param cancellationRate {@code cancelled} by {@code orders}, from 0 to 1, with four decimals
 * @param rejected orders that could not be fulfilled
 * @param rejectionRate {@code rejected} by {@code orders}, from 0 to 1, with four decimals
 */
public record SalesFigures(
        SalesKey key,
        String currency,
        long orders,
        long units,
        Money revenue,
        long cancelled,
        BigDecimal cancellationRate,
        long rejected,
        BigDecimal rejectionRate) {}
