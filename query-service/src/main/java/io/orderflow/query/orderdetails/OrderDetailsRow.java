package io.orderflow.query.orderdetails;

import static io.orderflow.query.platform.projection.Columns.instant;
import static io.orderflow.query.platform.projection.Columns.later;
import static io.orderflow.query.platform.projection.Columns.money;
import static io.orderflow.query.platform.projection.Columns.optionalInstant;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.RejectionReason;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderRejected;
import io.orderflow.api.order.query.OrderView;
import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.JdbcTypeCode;
import org.jspecify.annotations.Nullable;

/**
 * One order with its payment. Its lines and shipments are rows of their own without a mapped association, so that an
 * event about a large order loads none of them.
 */
@Entity
@Table(name = "order_details")
class OrderDetailsRow {

    private static final long NOBODY_KNOWS = -2;

    @Id
    @Column(name = "order_id")
    private UUID orderId;

    /** The last event taken from the order's own stream. */
    @Column(name = "version")
    private long version = StreamVersion.NONE;

    /** The last event taken from the payment's stream. */
    @Column(name = "payment_version")
    private long paymentVersion = StreamVersion.NONE;

    /** The payment's version when the order's own last event was projected; see {@link OrderUnchanged}. */
    // what those have seen who saw the present version of the order; depends on when they looked
    @Column(name = "payment_version_seen")
    private long paymentVersionSeen = StreamVersion.NONE;

    /** The customer's version when the order's own last event was projected; see {@link OrderUnchanged}. */
    @Column(name = "customer_version_seen")
    private long customerVersionSeen = StreamVersion.NONE;

    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "status")
    @JdbcTypeCode(Types.VARCHAR)
    private OrderStatus status = OrderStatus.PENDING;

    @Column(name = "currency")
    private String currency;

    @Column(name = "total", precision = 25, scale = 6)
    private BigDecimal total;

    @Column(name = "item_count")
    private long itemCount;

    @Column(name = "next_position")
    private int nextPosition;

    @Column(name = "shipment_count")
    private int shipmentCount;

    @Embedded
    private OrderDetailsAddress shippingAddress;

    @Embedded
    private @Nullable OrderDetailsPayment payment;

    @Column(name = "rejection_reason")
    @JdbcTypeCode(Types.VARCHAR)
    private @Nullable RejectionReason rejectionReason;

    @Column(name = "rejected_sku")
    private @Nullable String rejectedSku;

    @Column(name = "rejection_detail")
    private @Nullable String rejectionDetail;

    @Column(name = "cancellation_reason")
    private @Nullable String cancellationReason;

    @Column(name = "ordered_at")
    private Instant orderedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "placed_at")
    private @Nullable Instant placedAt;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    @Column(name = "shipped_at")
    private @Nullable Instant shippedAt;

    @Column(name = "delivered_at")
    private @Nullable Instant deliveredAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    OrderDetailsRow() {}

    OrderDetailsRow(OrderCreated event, Instant at) {
        orderId = event.orderId();
        customerId = event.customerId();
        currency = event.currency();
        total = event.total().amount();
        shippingAddress = OrderDetailsAddress.of(event.shippingAddress());
        orderedAt = instant(event.orderedAt());
        expiresAt = optionalInstant(event.expiresAt());
        createdAt = instant(at);
        updatedAt = createdAt;
    }

    UUID customerId() {
        return customerId;
    }

    String currency() {
        return currency;
    }

    long version() {
        return version;
    }

    long paymentVersion() {
        return paymentVersion;
    }

    int shipmentCount() {
        return shipmentCount;
    }

    /** @param again whether readers may have seen this version with another payment or customer, as it is built anew */
    void took(long sequence, Instant at, long customerVersion, boolean again) {
        version = sequence;
        paymentVersionSeen = again ? NOBODY_KNOWS : paymentVersion;
        customerVersionSeen = again ? NOBODY_KNOWS : customerVersion;
        updatedAt = later(updatedAt, instant(at));
    }

    void tookPayment(long sequence, Instant at) {
        paymentVersion = sequence;
        updatedAt = later(updatedAt, instant(at));
    }

    void retotal(BigDecimal newTotal) {
        total = newTotal;
    }

    int nextLinePosition() {
        return nextPosition++;
    }

    int nextShipmentPosition() {
        return shipmentCount++;
    }

    void addItems(long quantity) {
        itemCount += quantity;
    }

    void shipTo(OrderDetailsAddress address) {
        shippingAddress = address;
    }

    void placed(Instant at) {
        status = OrderStatus.PLACED;
        placedAt = instant(at);
        expiresAt = null;
    }

    void confirmed(Instant at) {
        status = OrderStatus.CONFIRMED;
        confirmedAt = instant(at);
    }

    void rejected(OrderRejected event) {
        status = OrderStatus.REJECTED;
        rejectionReason = event.reason();
        rejectedSku = event.sku();
        rejectionDetail = event.detail();
    }

    void cancelled(String reason) {
        status = OrderStatus.CANCELLED;
        cancellationReason = reason;
        expiresAt = null;
    }

    void shipped(Instant channelTime, boolean complete) {
        status = complete ? OrderStatus.SHIPPED : OrderStatus.PARTIALLY_SHIPPED;
        shippedAt = later(shippedAt, instant(channelTime));
    }

    void delivered(Instant at) {
        status = OrderStatus.DELIVERED;
        deliveredAt = instant(at);
    }

    void pay(OrderDetailsPayment requested) {
        payment = requested;
    }

    /** Changes the payment, which was requested by the first event of its stream. */
    void payment(UnaryOperator<OrderDetailsPayment> change) {
        if (payment == null) {
            throw new IllegalStateException("the payment of order " + orderId + " was never requested");
        }
        payment = change.apply(payment);
    }

    OrderView view(@Nullable String customerName, List<OrderView.Line> lines, List<OrderView.Shipment> shipments) {
        return new OrderView(
                orderId,
                customerId,
                customerName,
                status,
                money(total, currency),
                itemCount,
                lines,
                shippingAddress.view(),
                payment == null ? null : payment.view(currency),
                shipments,
                rejectionReason == null
                        ? null
                        : new OrderView.Rejection(rejectionReason, rejectedSku, String.valueOf(rejectionDetail)),
                cancellationReason,
                orderedAt,
                createdAt,
                expiresAt,
                placedAt,
                confirmedAt,
                shippedAt,
                deliveredAt,
                updatedAt,
                version);
    }
}
