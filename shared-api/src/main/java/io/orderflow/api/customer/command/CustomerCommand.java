package io.orderflow.api.customer.command;

import java.util.UUID;

/** A command about one customer. */
public sealed interface CustomerCommand permits EraseCustomer, RegisterCustomer, RenameCustomer {

    /** The customer it is about. */
    UUID customerId();

    /** The event stream of that customer, and the key by which the command is routed. */
    String stream();
}
