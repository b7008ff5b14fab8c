package io.orderflow.api.customer.command;

import io.orderflow.api.customer.event.CustomerEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes a customer known. Refused with CUSTOMER_ALREADY_REGISTERED when the id is taken. */
public record RegisterCustomer(UUID customerId, String name, String email) implements CustomerCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return CustomerEvent.streamOf(customerId);
    }
}
