package io.orderflow.api.order.command;

import io.orderflow.api.order.event.OrderEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Removes a line from a PENDING order; the last line cannot be removed. */
public record RemoveOrderItem(UUID orderId, UUID lineId) implements OrderCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return OrderEvent.streamOf(orderId);
    }
}
