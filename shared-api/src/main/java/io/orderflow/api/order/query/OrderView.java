package io.orderflow.api.order.query;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.RejectionReason;
import io.orderflow.api.payment.PaymentStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order in full. What it does not have is null: one that was never placed has no payment and no {@code placedAt}.
 *
 * @param orderId the order
 * @param customerId who ordered
 * @param customerName the customer's present name; null while the customer is not registered, or erased
 * @param status the order's state
 * @param total sum of the lines' totals
 * @param itemCount units ordered, over all lines
 * @param lines the lines, in the order in which they were added
 * @param shippingAddress where it ships to
 * @param payment how far the payment is
 * @param shipments what was shipped, in order of recording
 * @param rejection why it could not be fulfilled, when REJECTED
 * @param cancellationReason why it was called off, when CANCELLED
 * @param orderedAt the channel's own time of the order
 * @param createdAt when it was recorded
 * @param expiresAt when it is called off unless placed; null once placed or ended
 * @param placedAt when it was placed
 * @param confirmedAt when it was confirmed
 * @param shippedAt the channel's own time of the last shipment
 * @param deliveredAt when its arrival was recorded
 * @param updatedAt when the last change was recorded
 * @param version sequence number of the order's last event, from 0
 */
public record OrderView(
        UUID orderId,
        UUID customerId,
        @Nullable String customerName,
        OrderStatus status,
        Money total,
        long itemCount,
        List<Line> lines,
        Address shippingAddress,
        @Nullable Payment payment,
        List<Shipment> shipments,
        @Nullable Rejection rejection,
        @Nullable String cancellationReason,
        Instant orderedAt,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant placedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant shippedAt,
        @Nullable Instant deliveredAt,
        Instant updatedAt,
        long version) {

    /**
     * One line.
     *
     * @param lineId unique within the order
     * @param sku the product
     * @param productName the product's name at the time of the order
     * @param quantity units ordered
     * @param shippedQuantity units shipped so far
     * @param unitPrice price of one unit
     * @param lineTotal quantity times unit price, rounded half-even
     */
    public record Line(
            UUID lineId,
            String sku,
            String productName,
            int quantity,
            int shippedQuantity,
            Money unitPrice,
            Money lineTotal) {}

    /**
     * The payment.
     *
     * @param paymentId derived from the order id
     * @param status its state
     * @param amount what it is for
     * @param captured what has been taken
     * @param refunded what has been given back
     * @param declineReason the gateway's reason, when DECLINED
     */
    public record Payment(
            UUID paymentId,
            PaymentStatus status,
            Money amount,
            Money captured,
            Money refunded,
            @Nullable String declineReason) {}

    /**
     * One shipment.
     *
     * @param shipmentId unique within the order
     * @param carrier who carries it
     * @param trackingNumber the carrier's number
     * @param shippedAt the channel's own time
     * @param items units of which line
     */
    public record Shipment(
            UUID shipmentId, String carrier, String trackingNumber, Instant shippedAt, List<ShippedItem> items) {}

    /**
     * Units of one line in a shipment.
     *
     * @param lineId the line
     * @param quantity units
     */
    public record ShippedItem(UUID lineId, int quantity) {}

    /**
     * Why an order could not be fulfilled.
     *
     * @param reason the reason
     * @param sku the product that was out of stock, when that is the reason
     * @param detail one sentence
     */
    public record Rejection(RejectionReason reason, @Nullable String sku, String detail) {}
}
