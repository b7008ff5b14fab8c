package io.orderflow.query.salesstatistics;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.query.platform.projection.Parts;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLockType;
import org.hibernate.annotations.OptimisticLocking;

/**
 * Sums over the placed orders of one day, currency and state. Each order is in exactly one such row: where its own row says
 * that it is.
 *
 * <p>A day's orders are shared out among {@link Parts}, so that segments do not meet in a row. Where they do, one is
 * refused, for the values are not those that it read, and its batch is tried again. A version column would do the same,
 * but a rebuild would not come to equal rows.
 */
@Entity
@Table(name = "sales_statistics_day")
@DynamicUpdate
@OptimisticLocking(type = OptimisticLockType.DIRTY)
class SalesDayRow {

    @EmbeddedId
    private Key key;

    @Column(name = "orders")
    private long orders;

    @Column(name = "units")
    private long units;

    @Column(name = "total", precision = 38, scale = 6)
    private BigDecimal total = BigDecimal.ZERO;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    SalesDayRow() {}

    SalesDayRow(Key key) {
        this.key = key;
    }

    Key key() {
        return key;
    }

    void clear() {
        orders = 0;
        units = 0;
        total = BigDecimal.ZERO;
    }

    void add(SalesOrderRow order) {
        orders++;
        units += order.units();
        total = total.add(order.total());
    }

    void subtract(SalesOrderRow order) {
        orders--;
        units -= order.units();
        total = total.subtract(order.total());
    }

    @Embeddable
    record Key(
            @Column(name = "ordered_on") LocalDate day,
            @Column(name = "currency") String currency,
            @Column(name = "status") @JdbcTypeCode(Types.VARCHAR) OrderStatus status,
            @Column(name = "part") int part)
            implements Serializable {

        /** Where an order is summed up at present. */
        static Key of(SalesOrderRow order) {
            return new Key(
                    LocalDate.ofInstant(order.orderedAt(), ZoneOffset.UTC),
                    order.currency(),
                    order.status(),
                    Parts.of(order.orderId()));
        }
    }
}
