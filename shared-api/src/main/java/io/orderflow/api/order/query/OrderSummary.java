package io.orderflow.api.order.query;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as one row of a list.
 *
 * @param orderId the order
 * @param customerId who ordered
 * @param customerName the customer's present name; null while the customer is not registered, or erased
 * @param status the order's state
 * @param total sum of its lines
 * @param itemCount units ordered, over all lines
 * @param lineCount number of lines
 * @param orderedAt the channel's own time of the order
 * @param createdAt when the order was recorded
 * @param shippedAt the channel's own time of the last shipment, if any
 * @param updatedAt when the last change was recorded
 * @param version sequence number of the order's last event, from 0
 */
public record OrderSummary(
        UUID orderId,
        UUID customerId,
        @Nullable String customerName,
        OrderStatus status,
        Money total,
        long itemCount,
        int lineCount,
        Instant orderedAt,
        Instant createdAt,
        @Nullable Instant shippedAt,
        Instant updatedAt,
        long version) {

    /** The same with a customer's name. */
    public OrderSummary withCustomerName(@Nullable String name) {
        return new OrderSummary(
                orderId,
                customerId,
                name,
                status,
                total,
                itemCount,
                lineCount,
                orderedAt,
                createdAt,
                shippedAt,
                updatedAt,
                version);
    }
}
