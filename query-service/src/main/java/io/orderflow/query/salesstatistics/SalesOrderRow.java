package io.orderflow.query.salesstatistics;

import static io.orderflow.query.platform.projection.Columns.instant;
import static io.orderflow.query.platform.projection.Columns.later;

import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderPlaced;
import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.jspecify.annotations.Nullable;

/** What the statistics know of one order. Counts from when it is placed, that is, once it has an outcome. */
@Entity
@Table(name = "sales_statistics_order")
class SalesOrderRow {

    @Id
    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "version")
    private long version = StreamVersion.NONE;

    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "status")
    @JdbcTypeCode(Types.VARCHAR)
    private OrderStatus status = OrderStatus.PENDING;

    @Column(name = "outcome")
    @JdbcTypeCode(Types.VARCHAR)
    private @Nullable Outcome outcome;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "currency")
    private String currency;

    @Column(name = "units")
    private long units;

    @Column(name = "total", precision = 25, scale = 6)
    private BigDecimal total = BigDecimal.ZERO;

    @Column(name = "product_count")
    private int productCount;

    @Column(name = "city")
    private String city;

    @Column(name = "country")
    private String country;

    @Column(name = "ordered_at")
    private Instant orderedAt;

    @Column(name = "shipped_at")
    private @Nullable Instant shippedAt;

    @Column(name = "shipping_seconds")
    private @Nullable Long shippingSeconds;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    SalesOrderRow() {}

    SalesOrderRow(OrderCreated event) {
        orderId = event.orderId();
        customerId = event.customerId();
        currency = event.currency();
        city = event.shippingAddress().city();
        country = event.shippingAddress().country();
        orderedAt = instant(event.orderedAt());
    }

    UUID orderId() {
        return orderId;
    }

    long version() {
        return version;
    }

    void took(long sequence) {
        version = sequence;
    }

    OrderStatus status() {
        return status;
    }

    String currency() {
        return currency;
    }

    long units() {
        return units;
    }

    BigDecimal total() {
        return total;
    }

    Instant orderedAt() {
        return orderedAt;
    }

    int productCount() {
        return productCount;
    }

    boolean isPlaced() {
        return outcome != null;
    }

    void shipTo(Address address) {
        city = address.city();
        country = address.country();
    }

    void place(OrderPlaced event, int products) {
        outcome = Outcome.SOLD;
        units = event.lines().stream().mapToLong(OrderLine::quantity).sum();
        total = event.total().amount();
        productCount = products;
    }

    void become(OrderStatus next) {
        status = next;
    }

    void lose(Outcome how, String why) {
        outcome = how;
        reason = why;
    }

    void ship(Instant channelTime, boolean complete) {
        shippedAt = later(shippedAt, instant(channelTime));
        if (complete) {
            shippingSeconds = Math.max(0, Duration.between(orderedAt, shippedAt).toSeconds());
        }
    }
}
