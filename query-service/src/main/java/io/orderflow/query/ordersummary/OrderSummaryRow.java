package io.orderflow.query.ordersummary;

import static io.orderflow.query.platform.projection.Columns.instant;
import static io.orderflow.query.platform.projection.Columns.later;
import static io.orderflow.query.platform.projection.Columns.money;

import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.query.OrderSummary;
import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.jspecify.annotations.Nullable;

/**
 * One order as a row of a list, in whatever table. The subclass says which table, and adds what its read model needs beside
 * the summary.
 */
@MappedSuperclass
public abstract class OrderSummaryRow {

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
    protected OrderSummaryRow() {}

    /** A new order, in the state PENDING. */
    protected OrderSummaryRow(OrderCreated event, Instant at) {
        orderId = event.orderId();
        customerId = event.customerId();
        currency = event.currency();
        total = event.total().amount();
        orderedAt = instant(event.orderedAt());
        createdAt = instant(at);
        updatedAt = createdAt;
        lineCount = event.lines().size();
        itemCount = units(event.lines());
    }

    /** The order. */
    public UUID orderId() {
        return orderId;
    }

    /** The channel's own time of the order. */
    public Instant orderedAt() {
        return orderedAt;
    }

    /** The sequence number of the last event that the row holds. */
    public long version() {
        return version;
    }

    /** The order's state. */
    public OrderStatus status() {
        return status;
    }

    /** Notes the event that the row holds now. */
    public void took(long sequence, Instant at) {
        version = sequence;
        updatedAt = later(updatedAt, instant(at));
    }

    /** Whether there are rows of its lines, because they can still be edited. */
    public boolean linesKept() {
        return linesKept;
    }

    /** Says whether there are rows of its lines. */
    public void linesKept(boolean kept) {
        linesKept = kept;
    }

    /** Changes the state. */
    public void become(OrderStatus next) {
        status = next;
    }

    /** Changes the total, in the same currency. */
    public void retotal(BigDecimal newTotal) {
        total = newTotal;
    }

    /** Counts the lines and their units anew. */
    public void count(List<OrderLine> lines) {
        lineCount = lines.size();
        itemCount = units(lines);
    }

    private static long units(List<OrderLine> lines) {
        return lines.stream().mapToLong(OrderLine::quantity).sum();
    }

    /** Adds to the numbers of lines and units, or takes away from them. */
    public void add(int lines, long quantity) {
        lineCount += lines;
        itemCount += quantity;
    }

    /** Notes a shipment; they may come in any order of time. */
    public void shipped(Instant channelTime, boolean complete) {
        status = complete ? OrderStatus.SHIPPED : OrderStatus.PARTIALLY_SHIPPED;
        shippedAt = later(shippedAt, instant(channelTime));
    }

    /** The row with a customer's name, which it does not hold itself. */
    public OrderSummary summary(@Nullable String customerName) {
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
