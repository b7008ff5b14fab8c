package io.orderflow.api.stock.command;

import io.orderflow.api.stock.event.StockEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Sent by the fulfilment process: gives back what an order still holds. No effect when it holds nothing. */
public record ReleaseStock(String sku, UUID orderId) implements StockCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return StockEvent.streamOf(sku);
    }
}
