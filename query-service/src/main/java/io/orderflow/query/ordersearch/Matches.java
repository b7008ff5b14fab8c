package io.orderflow.query.ordersearch;

import io.orderflow.query.platform.paging.Paging;
import java.util.List;
import java.util.UUID;

/**
 * The answers to a question.
 *
 * @param orders the orders, in the order asked for
 * @param complete whether there are no others; if there may be, these are the first
 */
record Matches(List<UUID> orders, boolean complete) {

    List<UUID> page(Paging paging) {
        if (!paging.isReachable() || paging.offset() >= orders.size()) {
            return List.of();
        }
        int end = Math.min(orders.size() - paging.offset(), paging.pageSize()) + paging.offset();
        return orders.subList(paging.offset(), end);
    }
}
