package io.orderflow.api.order.command;

import io.orderflow.api.order.event.OrderEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Records that a SHIPPED order has arrived. */
public record MarkDelivered(UUID orderId) implements OrderCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return OrderEvent.streamOf(orderId);
    }
}
