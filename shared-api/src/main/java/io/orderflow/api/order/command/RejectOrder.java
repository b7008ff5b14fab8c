package io.orderflow.api.order.command;

import io.orderflow.api.order.RejectionReason;
import io.orderflow.api.order.event.OrderEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Sent by the fulfilment process when a placed order cannot be fulfilled. No effect unless PLACED.
 *
 * @param orderId the order
 * @param reason why
 * @param sku the product that is out of stock, when that is the reason
 * @param detail one sentence for a person
 */
public record RejectOrder(UUID orderId, RejectionReason reason, @Nullable String sku, String detail)
        implements OrderCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return OrderEvent.streamOf(orderId);
    }
}
