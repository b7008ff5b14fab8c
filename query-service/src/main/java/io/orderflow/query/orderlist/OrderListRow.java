package io.orderflow.query.orderlist;

import static io.orderflow.query.platform.projection.Columns.instant;
import static io.orderflow.query.platform.projection.Columns.later;
import static io.orderflow.query.platform.projection.Columns.money;

import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.query.OrderSummary;
import io.orderflow.query.platform.projection.EventPosition;
import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.jspecify.annotations.Nullable;

/** One order as a row of a list. */
@Entity
@Table(name = "order_list")
class OrderListRow {

    @Id
    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "version")
    private long version = StreamVersion.NONE;

    @Column(name = "position")
    private long position;

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

    @Column(name = "line_count")
    private int lineCount;

    @Column(name = "lines_kept")
    private boolean linesKept;

    @Column(name = "ordered_at")
    private Instant orderedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "shipped_at")
    private @Nullable Instant shippedAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    OrderListRow() {}

    OrderListRow(OrderCreated event, Instant at) {
        orderId = event.orderId();
        customerId = event.customerId();
        currency = event.currency();
        total = event.total().amount();
        orderedAt = instant(event.orderedAt());
        createdAt = instant(at);
        updatedAt = createdAt;
        count(event.lines());
    }

    UUID orderId() {
        return orderId;
    }

    long version() {
        return version;
    }

    OrderStatus status() {
        return status;
    }

    void took(long sequence, Instant at) {
        version = sequence;
        position = EventPosition.current();
        updatedAt = later(updatedAt, instant(at));
    }

    boolean linesKept() {
        return linesKept;
    }

    void linesKept(boolean kept) {
        linesKept = kept;
    }

    void become(OrderStatus next) {
        status = next;
    }

    void retotal(BigDecimal newTotal) {
        total = newTotal;
    }

    void count(List<OrderLine> lines) {
        lineCount = lines.size();
        itemCount = lines.stream().mapToLong(OrderLine::quantity).sum();
    }

    void add(int lines, long quantity) {
        lineCount += lines;
        itemCount += quantity;
    }

    void shipped(Instant channelTime, boolean complete) {
        status = complete ? OrderStatus.SHIPPED : OrderStatus.PARTIALLY_SHIPPED;
        shippedAt = later(shippedAt, instant(channelTime));
    }

    OrderSummary summary(@Nullable String customerName) {
        return new OrderSummary(
                orderId,
                customerId,
                customerName,
                status,
                money(total, currency),
                itemCount,
                lineCount,
                orderedAt,
                createdAt,
                shippedAt,
                updatedAt,
                version);
    }
}
