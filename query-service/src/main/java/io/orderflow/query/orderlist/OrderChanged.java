package io.orderflow.query.orderlist;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.query.OrderSummary;
import org.jspecify.annotations.Nullable;

/**
 * An order in the list has taken an event.
 *
 * @param order the order after the event, without the customer's name
 * @param previousStatus the state it was in before; null when it is new
 * @param position the global index of the event
 */
public record OrderChanged(OrderSummary order, @Nullable OrderStatus previousStatus, long position) {}
