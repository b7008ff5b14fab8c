package io.orderflow.api.order.command;

import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.event.OrderEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Adds a line to a PENDING order. */
public record AddOrderItem(UUID orderId, OrderLine line) implements OrderCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return OrderEvent.streamOf(orderId);
    }
}
