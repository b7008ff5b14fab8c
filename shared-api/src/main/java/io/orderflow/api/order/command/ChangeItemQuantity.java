package io.orderflow.api.order.command;

import io.orderflow.api.order.event.OrderEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Sets the quantity of a line of a PENDING order. */
public record ChangeItemQuantity(UUID orderId, UUID lineId, int quantity) implements OrderCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return OrderEvent.streamOf(orderId);
    }
}
