package io.orderflow.api.stock.event;

import io.orderflow.api.stock.StockLevel;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * Units are held for an order.
 *
 * @param sku the product
 * @param orderId the order they are held for
 * @param quantity how many
 * @param level the stock after it
 */
@Revision("1")
public record StockReserved(String sku, UUID orderId, long quantity, StockLevel level) implements StockEvent {}
