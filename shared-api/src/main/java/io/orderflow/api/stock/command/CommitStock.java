package io.orderflow.api.stock.command;

import io.orderflow.api.stock.event.StockEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Sent by the fulfilment process: units held for an order have been shipped. Repeating it for the same shipment has no
 * effect.
 */
public record CommitStock(String sku, UUID orderId, UUID shipmentId, long quantity) implements StockCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return StockEvent.streamOf(sku);
    }
}
