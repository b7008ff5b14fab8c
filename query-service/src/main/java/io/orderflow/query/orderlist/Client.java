package io.orderflow.query.orderlist;

import io.orderflow.api.order.query.OrderSummary;
import io.orderflow.query.platform.stream.EventStream;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A client of the live list. Used by the list's one thread. */
final class Client {

    final EventStream stream;
    final OrderListFilter filter;
    // only of what it was given at the beginning: later changes come in the order of their versions
    private final Map<UUID, Long> versions = new HashMap<>();

    Client(EventStream stream, OrderListFilter filter) {
        this.stream = stream;
        this.filter = filter;
    }

    void sent(OrderSummary order) {
        versions.put(order.orderId(), order.version());
    }

    /** Whether a change is newer than what the client was given at the beginning. */
    boolean isNews(OrderSummary order) {
        Long given = versions.get(order.orderId());
        if (given != null && order.version() <= given) {
            return false;
        }
        versions.remove(order.orderId());
        return true;
    }
}
