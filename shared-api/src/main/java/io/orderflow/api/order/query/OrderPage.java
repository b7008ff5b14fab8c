package io.orderflow.api.order.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of orders.
 *
 * @param items the orders on this page
 * @param total how many orders match in all; at least so many if the answer is incomplete
 * @param page this page's number, from 1
 * @param pageSize orders asked for on a page
 * @param totalPages number of pages
 * @param incomplete true if not every order could be looked at: what is on the pages is right and in order, but more may
 *     follow the last of it; otherwise null
 */
public record OrderPage(
        List<OrderSummary> items, long total, int page, int pageSize, int totalPages, @Nullable Boolean incomplete) {

    /** A page of an answer that is complete. */
    public OrderPage(List<OrderSummary> items, long total, int page, int pageSize, int totalPages) {
        this(items, total, page, pageSize, totalPages, null);
    }
}
