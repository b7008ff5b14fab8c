package io.orderflow.api.customer.command;

import io.orderflow.api.customer.event.CustomerEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Forgets a customer's name and e-mail address for good. Repeating it has no effect. */
public record EraseCustomer(UUID customerId) implements CustomerCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return CustomerEvent.streamOf(customerId);
    }
}
