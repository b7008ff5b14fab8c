package io.orderflow.api.stock.event;

import io.orderflow.api.stock.StockLevel;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * Units held for an order are free again.
 *
 * @param sku the product
 * @param orderId the order that held them
 * @param quantity how many
 * @param level the stock after it
 */
@Revision("1")
public record StockReleased(String sku, UUID orderId, long quantity, StockLevel level) implements StockEvent {}
