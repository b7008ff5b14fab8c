package io.orderflow.query.orderhistory;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.query.OrderView;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Some versions of an order, one after the other.
 *
 * @param views how the order stood at each, as {@link io.orderflow.api.order.query.FindOrderAtVersion} shows it
 * @param latest the order's version now
 * @param status the order's state now
 */
record Versions(List<OrderView> views, long latest, OrderStatus status) {

    private static final Set<OrderStatus> FINAL =
            EnumSet.of(OrderStatus.DELIVERED, OrderStatus.CANCELLED, OrderStatus.REJECTED);

    /** Whether the order will have no version after its latest. */
    boolean isOver() {
        return FINAL.contains(status);
    }
}
