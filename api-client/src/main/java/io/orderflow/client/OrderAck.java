package io.orderflow.client;

import java.util.UUID;

/**
 * A command about an order was carried out.
 *
 * @param orderId the order
 * @param version its version afterwards: the sequence number of its last event, from 0
 * @param repeated whether that was done before, by the same request, so that nothing has happened now
 */
public record OrderAck(UUID orderId, long version, boolean repeated) {

    /** Carried out for the first time. */
    public OrderAck(UUID orderId, long version) {
        this(orderId, version, false);
    }
}
