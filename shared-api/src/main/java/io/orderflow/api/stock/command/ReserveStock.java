package io.orderflow.api.stock.command;

import io.orderflow.api.stock.event.StockEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Sent by the fulfilment process: holds units for an order. Answered by StockReserved or StockReservationRefused.
 * Repeating it for the same order has no effect.
 */
public record ReserveStock(String sku, UUID orderId, long quantity) implements StockCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return StockEvent.streamOf(sku);
    }
}
