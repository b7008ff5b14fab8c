package io.orderflow.api.stock.command;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes a product known with its first units on hand. Refused with STOCK_ALREADY_REGISTERED when it is. */
public record RegisterStock(String sku, String productName, long onHand) implements StockCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return StockCommand.streamOf(sku);
    }
}
