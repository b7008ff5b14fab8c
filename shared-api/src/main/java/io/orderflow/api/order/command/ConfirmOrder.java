package io.orderflow.api.order.command;

import io.orderflow.api.order.event.OrderEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Sent by the fulfilment process when stock is reserved and payment authorised. No effect unless PLACED. */
public record ConfirmOrder(UUID orderId) implements OrderCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return OrderEvent.streamOf(orderId);
    }
}
