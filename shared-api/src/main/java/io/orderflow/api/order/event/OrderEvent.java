package io.orderflow.api.order.event;

import java.util.UUID;

/** A fact about one order, in the order's own stream. */
public sealed interface OrderEvent
        permits ItemQuantityChanged,
                ItemsShipped,
                OrderCancelled,
                OrderConfirmed,
                OrderCreated,
                OrderDelivered,
                OrderExpired,
                OrderItemAdded,
                OrderItemRemoved,
                OrderPlaced,
                OrderRejected,
                ShippingAddressChanged {

    /** The order it is about. */
    UUID orderId();

    /** The name of an order's event stream: {@code order-} and its id. */
    static String streamOf(UUID orderId) {
        return "order-" + orderId;
    }
}
