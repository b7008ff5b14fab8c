package io.orderflow.query.salesstatistics;

import io.orderflow.api.order.OrderStatus;
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
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLockType;
import org.hibernate.annotations.OptimisticLocking;

/**
 * Sums over the placed orders of one day, currency and state. Each order is in exactly one such row: where its own row says
 * that it is.
 *
 * <p>A day's orders are shared out among {@value #PARTS} parts in the way in which Axon shares events out among segments,
 * so that up to as many segments never meet in a row. Where they do, one is refused, for the values are not those that it
 * read, and its batch is tried again. A version column would do the same, but a rebuild would not come to equal rows.
 */
@Entity
@Table(name = "sales_statistics_day")
@DynamicUpdate
@OptimisticLocking(type = OptimisticLockType.DIRTY)
class SalesDayRow {

    /** A power of two, as numbers of segments are. */
    static final int PARTS = 8;

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
                    partOf(order.orderId()));
        }

        /** The low bits of the hash by which Axon chooses the segment of an order's events. */
        static int partOf(UUID orderId) {
            return orderId.toString().hashCode() & (PARTS - 1);
        }
    }
}
