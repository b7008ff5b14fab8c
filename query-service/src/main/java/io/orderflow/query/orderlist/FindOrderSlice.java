package io.orderflow.query.orderlist;

import io.orderflow.api.order.query.FindOrders;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the orders behind a place in a list. Answered by a list of order summaries, one more than the page size if there
 * are more.
 *
 * @param filter which orders, how sorted, and how many; its page number is not looked at
 * @param after the place, of the same sort, or null for the beginning
 */
record FindOrderSlice(FindOrders filter, @Nullable OrderCursor after) {}
