package io.orderflow.api.order.command;

import io.orderflow.api.order.Address;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Replaces the shipping address of a PENDING order. */
public record ChangeShippingAddress(UUID orderId, Address shippingAddress) implements OrderCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return OrderCommand.streamOf(orderId);
    }
}
