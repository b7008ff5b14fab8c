package io.orderflow.api.statistics.query;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the orders of a span of time were fulfilled, in every currency. Counts the same orders as {@link SalesFigures}.
 *
 * @param orders orders placed
 * @param cancelled orders cancelled after they were placed
 * @param cancellationRate {@code cancelled} by {@code orders}, from 0 to 1, with four decimals; 0 without orders
 * @param cancellationReasons the callers' most frequent reasons, at most 20, the most frequent first
 * @param rejected orders that could not be fulfilled
 * @param rejectionRate {@code rejected} by {@code orders}, from 0 to 1, with four decimals; 0 without orders
 * @param rejectionReasons why, the most frequent first
 * @param timeToShip how long it took to ship them
 */
public record FulfilmentFigures(
        long orders,
        long cancelled,
        BigDecimal cancellationRate,
        List<ReasonCount> cancellationReasons,
        long rejected,
        BigDecimal rejectionRate,
        List<ReasonCount> rejectionReasons,
        TimeToShip timeToShip) {

    /**
     * How often something was the reason.
     *
     * @param reason the caller's text for a cancellation, the name of a {@code RejectionReason} for a rejection
     * @param orders how many orders
     */
    public record ReasonCount(String reason, long orders) {}

    /**
     * Time from the channel's time of the order to the channel's time of its last shipment, of orders of which nothing is
     * left to ship. One that is shipped before it was ordered, by the channel's clock, took no time.
     *
     * @param orders orders shipped in full
     * @param medianSeconds the shortest time within which at least half of them were shipped; null without such orders
     * @param p90Seconds the same for nine tenths
     */
    public record TimeToShip(long orders, @Nullable Long medianSeconds, @Nullable Long p90Seconds) {}
}
