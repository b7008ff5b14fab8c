package io.orderflow.api.customer.command;

import io.orderflow.api.customer.event.CustomerEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives a customer another name. No effect when it is the same. */
public record RenameCustomer(UUID customerId, String name) implements CustomerCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return CustomerEvent.streamOf(customerId);
    }
}
