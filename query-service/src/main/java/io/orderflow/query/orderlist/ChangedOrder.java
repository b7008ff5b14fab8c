package io.orderflow.query.orderlist;

import io.orderflow.api.order.query.OrderSummary;

/**
 * An order as the list shows it.
 *
 * @param order with the customer's name
 * @param position the global index of its last event
 */
record ChangedOrder(OrderSummary order, long position) {}
