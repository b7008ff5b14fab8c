package io.orderflow.query.orderlist;

import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.query.ordersummary.OrderSummaryRow;
import io.orderflow.query.platform.projection.EventPosition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** One order in the list, with the position of its last event for the live streams. */
@Entity
@Table(name = "order_list")
class OrderListRow extends OrderSummaryRow {

    @Column(name = "store_position")
    private long position;

    /** For Hibernate. */
    OrderListRow() {}

    OrderListRow(OrderCreated event, Instant at) {
        super(event, at);
    }

    @Override
    public void took(long sequence, Instant at) {
        super.took(sequence, at);
        position = EventPosition.current();
    }

    /** The global index of its last event. */
    long position() {
        return position;
    }
}
