package io.orderflow.query.orderlist;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.query.OrderSummary;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which orders a client of the live list sees.
 *
 * @param statuses only orders in one of these states; empty for all
 * @param customerId only this customer's orders, or null for all
 */
record OrderListFilter(Set<OrderStatus> statuses, @Nullable UUID customerId) {

    boolean matches(OrderSummary order) {
        return isOf(order.customerId()) && isIn(order.status());
    }

    boolean isOf(UUID customer) {
        return customerId == null || customerId.equals(customer);
    }

    boolean isIn(OrderStatus status) {
        return statuses.isEmpty() || statuses.contains(status);
    }
}
