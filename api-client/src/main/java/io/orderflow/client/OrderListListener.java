package io.orderflow.client;

/** Who follows the list of orders. Called one call at a time; an order may come twice with the same version. */
public interface OrderListListener {

    /** The first page of the list: at the beginning, and after a connection was cut for too long to tell all. */
    void snapshot(Page<OrderSummary> orders);

    /** An order that matches has changed, or is new. */
    void changed(OrderSummary order);

    /** An order has changed and matches no more. */
    void left(OrderSummary order);
}
