package io.orderflow.query.orderhistory;

import static io.orderflow.query.platform.projection.Columns.instant;

import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** How far the history of one order has been written. */
@Entity
@Table(name = "order_history")
class OrderHistoryRow {

    @Id
    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "customer_id")
    private UUID customerId;

    /** The last event taken from the order's own stream. */
    @Column(name = "version")
    private long version = StreamVersion.NONE;

    /** The last event taken from the payment's stream. */
    @Column(name = "payment_version")
    private long paymentVersion = StreamVersion.NONE;

    @Column(name = "event_count")
    private int eventCount;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    OrderHistoryRow() {}

    OrderHistoryRow(OrderCreated event, Instant at) {
        orderId = event.orderId();
        customerId = event.customerId();
        createdAt = instant(at);
    }

    UUID orderId() {
        return orderId;
    }

    UUID customerId() {
        return customerId;
    }

    long version() {
        return version;
    }

    long paymentVersion() {
        return paymentVersion;
    }

    int eventCount() {
        return eventCount;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Takes an event of the order's own stream and tells its position in the history. */
    int took(long sequence) {
        version = sequence;
        return eventCount++;
    }

    /** Takes an event of the payment's stream and tells its position in the history. */
    int tookPayment(long sequence) {
        paymentVersion = sequence;
        return eventCount++;
    }
}
