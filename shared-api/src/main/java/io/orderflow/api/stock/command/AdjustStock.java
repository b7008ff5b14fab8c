package io.orderflow.api.stock.command;

import io.orderflow.api.stock.event.StockEvent;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Changes what is on hand; refused when that would fall below what is reserved and committed.
 *
 * @param sku the product
 * @param delta units received (positive) or written off (negative), never zero
 * @param reason why, for the record
 */
public record AdjustStock(String sku, long delta, String reason) implements StockCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return StockEvent.streamOf(sku);
    }
}
