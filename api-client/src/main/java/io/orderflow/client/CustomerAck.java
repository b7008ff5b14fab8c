package io.orderflow.client;

import java.util.UUID;

/**
 * A command about a customer was carried out.
 *
 * @param customerId the customer
 * @param version its version afterwards
 * @param repeated whether that was done before, by the same request, so that nothing has happened now
 */
public record CustomerAck(UUID customerId, long version, boolean repeated) {

    /** Carried out for the first time. */
    public CustomerAck(UUID customerId, long version) {
        this(customerId, version, false);
    }
}
