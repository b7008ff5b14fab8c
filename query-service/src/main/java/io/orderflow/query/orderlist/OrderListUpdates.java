package io.orderflow.query.orderlist;

import io.orderflow.query.platform.projection.EventPosition;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.springframework.stereotype.Component;

/** Tells subscribers what changed in the list, after the commit; nothing during a replay. */
@Component
class OrderListUpdates {

    private final QueryUpdateEmitter emitter;

    OrderListUpdates(QueryUpdateEmitter emitter) {
        this.emitter = emitter;
    }

    void publish(OrderChanged change) {
        if (!EventPosition.isReplay()) {
            emitter.emit(WatchOrders.class, query -> true, change);
        }
    }
}
