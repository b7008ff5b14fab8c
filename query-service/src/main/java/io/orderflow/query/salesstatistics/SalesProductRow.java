package io.orderflow.query.salesstatistics;

import io.orderflow.api.order.OrderLine;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;

/** One product in one placed order, however many lines it has there. */
@Entity
@Table(name = "sales_statistics_product")
class SalesProductRow {

    @EmbeddedId
    private Key key;

    @Column(name = "sku")
    private String sku;

    @Column(name = "product_name")
    private String productName;

    @Column(name = "outcome")
    @JdbcTypeCode(Types.VARCHAR)
    private Outcome outcome = Outcome.SOLD;

    @Column(name = "currency")
    private String currency;

    @Column(name = "units")
    private long units;

    @Column(name = "total", precision = 25, scale = 6)
    private BigDecimal total = BigDecimal.ZERO;

    @Column(name = "ordered_at")
    private Instant orderedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    SalesProductRow() {}

    /** The product of a line, with nothing of it yet. */
    SalesProductRow(SalesOrderRow order, int position, OrderLine line) {
        key = new Key(order.orderId(), position);
        sku = line.sku();
        productName = line.productName();
        currency = order.currency();
        orderedAt = order.orderedAt();
    }

    void add(OrderLine line) {
        units += line.quantity();
        total = total.add(line.total().amount());
    }

    void lose(Outcome how) {
        outcome = how;
    }

    @Embeddable
    record Key(@Column(name = "order_id") UUID orderId, @Column(name = "position") int position)
            implements Serializable {}
}
