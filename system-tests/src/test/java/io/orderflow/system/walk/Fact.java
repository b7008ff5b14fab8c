package io.orderflow.system.walk;

import java.time.Instant;
import java.util.Map;

/**
 * One event that a command must have led to.
 *
 * @param type the event's name
 * @param change what it changes of its order
 */
record Fact(String type, Change change) {

    interface Change {

        /**
         * Changes an order.
         *
         * @param order the order before, and afterwards after it
         * @param recorded the event's fields, for what no command decides, such as the id of a shipment; empty while the
         *     walk goes on, when nobody asks for that
         * @param at when it was recorded
         */
        void apply(OrderState order, Map<String, Object> recorded, Instant at);
    }
}
