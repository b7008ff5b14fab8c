package io.orderflow.query.customers;

import static io.orderflow.query.platform.projection.Columns.instant;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;

/** An order, as far as it counts for its customer. */
@Entity
@Table(name = "customer_order")
class CustomerOrderRow {

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

    @Column(name = "ordered_at")
    private Instant orderedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    CustomerOrderRow() {}

    CustomerOrderRow(OrderCreated event) {
        orderId = event.orderId();
        customerId = event.customerId();
        currency = event.currency();
        total = event.total().amount();
        orderedAt = instant(event.orderedAt());
    }

    long version() {
        return version;
    }

    void took(long sequence) {
        version = sequence;
    }

    void become(OrderStatus next) {
        status = next;
    }

    void retotal(Money newTotal) {
        total = newTotal.amount();
    }
}
