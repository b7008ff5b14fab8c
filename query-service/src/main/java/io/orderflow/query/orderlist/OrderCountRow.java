package io.orderflow.query.orderlist;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.query.platform.projection.Parts;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.sql.Types;
import java.time.LocalDate;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLockType;
import org.hibernate.annotations.OptimisticLocking;

/**
 * How many orders are in a state, of those with an order time in one day or month. Shared out among {@link Parts}; where two
 * segments meet all the same, one is refused, for the number is not the one that it read, and its batch is tried again.
 */
@Entity
@Table(name = "order_list_count")
@DynamicUpdate
@OptimisticLocking(type = OptimisticLockType.DIRTY)
class OrderCountRow {

    @EmbeddedId
    private Key key;

    @Column(name = "orders")
    private long orders;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    OrderCountRow() {}

    OrderCountRow(Key key) {
        this.key = key;
    }

    void set(long counted) {
        orders = counted;
    }

    void add(int more) {
        orders += more;
    }

    /** What the days are put together to. In UTC. */
    enum Unit {
        DAY,
        MONTH;

        /** The first day of the unit that a day is in. */
        LocalDate startOf(LocalDate day) {
            return this == DAY ? day : day.withDayOfMonth(1);
        }
    }

    @Embeddable
    record Key(
            @Column(name = "unit") @JdbcTypeCode(Types.VARCHAR) Unit unit,
            @Column(name = "starts_on") LocalDate startsOn,
            @Column(name = "status") @JdbcTypeCode(Types.VARCHAR) OrderStatus status,
            @Column(name = "part") int part)
            implements Serializable {}
}
