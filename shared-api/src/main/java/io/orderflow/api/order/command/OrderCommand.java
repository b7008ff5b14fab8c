package io.orderflow.api.order.command;

import java.util.UUID;

/** A command about one order. */
public sealed interface OrderCommand
        permits AddOrderItem,
                CancelOrder,
                ChangeItemQuantity,
                ChangeShippingAddress,
                ConfirmOrder,
                CreateOrder,
                ExpireOrder,
                MarkDelivered,
                PlaceOrder,
                RejectOrder,
                RemoveOrderItem,
                ShipItems {

    /** The order it is about. */
    UUID orderId();

    /** The event stream of that order, and the key by which the command is routed. */
    String stream();
}
