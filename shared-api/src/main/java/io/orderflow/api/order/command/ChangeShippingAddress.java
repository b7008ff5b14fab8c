package io.orderflow.api.order.command;

import io.orderflow.api.order.Address;
import io.orderflow.api.order.event.OrderEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Replaces the shipping address of a PENDING order. */
public record ChangeShippingAddress(UUID orderId, Address shippingAddress) implements OrderCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return OrderEvent.streamOf(orderId);
    }
}
