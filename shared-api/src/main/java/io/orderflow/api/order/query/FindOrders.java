package io.orderflow.api.order.query;

import io.orderflow.api.order.OrderStatus;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of orders. Answered by an {@link OrderPage}.
 *
 * @param statuses only orders in one of these states; empty for all
 * @param customerId only this customer's orders, or null for all
 * @param from only orders ordered at or after this instant
 * @param to only orders ordered before this instant
 * @param sort in which order
 * @param page page number, from 1
 * @param pageSize orders on a page, 1 to 100
 */
public record FindOrders(
        Set<OrderStatus> statuses,
        @Nullable UUID customerId,
        @Nullable Instant from,
        @Nullable Instant to,
        OrderSort sort,
        int page,
        int pageSize) {

    /** The same question about another page. */
    public FindOrders page(int number) {
        return new FindOrders(statuses, customerId, from, to, sort, number, pageSize);
    }

    /** The same question about one state. */
    public FindOrders in(OrderStatus status) {
        return new FindOrders(Set.of(status), customerId, from, to, sort, page, pageSize);
    }

    /** The same question about another span of order times. */
    public FindOrders between(@Nullable Instant first, @Nullable Instant end) {
        return new FindOrders(statuses, customerId, first, end, sort, page, pageSize);
    }
}
