package io.orderflow.api.customer.event;

import java.util.UUID;

/** A fact about one customer, in the customer's own stream. */
public sealed interface CustomerEvent permits CustomerErased, CustomerRegistered, CustomerRenamed {

    /** The customer it is about. */
    UUID customerId();

    /** The name of a customer's event stream: {@code customer-} and the id. */
    static String streamOf(UUID customerId) {
        return "customer-" + customerId;
    }
}
