package io.orderflow.api.stock.command;

import io.orderflow.api.stock.event.StockEvent;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes a product known with its first units on hand. Refused with STOCK_ALREADY_REGISTERED when it is. */
public record RegisterStock(String sku, String productName, long onHand) implements StockCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return StockEvent.streamOf(sku);
    }
}
