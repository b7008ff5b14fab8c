package io.orderflow.benchmarks.axondefaults;

import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
class ListedOrdersProjection {

    private final ListedOrders orders;

    ListedOrdersProjection(ListedOrders orders) {
        this.orders = orders;
    }

    @EventHandler
    void on(OrderCreated event) {
        orders.save(new ListedOrder(
                event.orderId(),
                event.customerId(),
                event.items().stream().mapToInt(OrderLine::quantity).sum()));
    }
}
