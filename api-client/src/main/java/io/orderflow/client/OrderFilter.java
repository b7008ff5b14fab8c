package io.orderflow.client;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to list, and how.
 *
 * @param statuses only orders in one of these states; empty for all
 * @param customerId only this customer's orders; null for all
 * @param from only orders ordered at or after this instant
 * @param to only orders ordered before this instant
 * @param sort as the API writes it, such as {@code -orderedAt}; null for newest first
 * @param page page number, from 1
 * @param pageSize orders on a page, 1 to 100
 */
public record OrderFilter(
        Set<OrderStatus> statuses,
        @Nullable UUID customerId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String sort,
        int page,
        int pageSize) {

    /** Every order, newest first, twenty on a page. */
    public static OrderFilter all() {
        return new OrderFilter(Set.of(), null, null, null, null, 1, 20);
    }

    /** Only orders in one of these states. */
    public OrderFilter in(OrderStatus first, OrderStatus... others) {
        return new OrderFilter(EnumSet.of(first, others), customerId, from, to, sort, page, pageSize);
    }

    /** Only this customer's orders. */
    public OrderFilter of(UUID customer) {
        return new OrderFilter(statuses, customer, from, to, sort, page, pageSize);
    }

    /** Only orders ordered within the half-open span. */
    public OrderFilter orderedBetween(@Nullable Instant start, @Nullable Instant end) {
        return new OrderFilter(statuses, customerId, start, end, sort, page, pageSize);
    }

    /** Sorted otherwise, such as {@code -total}. */
    public OrderFilter sortedBy(String order) {
        return new OrderFilter(statuses, customerId, from, to, order, page, pageSize);
    }

    /** Another page, of another size. */
    public OrderFilter page(int number, int size) {
        return new OrderFilter(statuses, customerId, from, to, sort, number, size);
    }
}
