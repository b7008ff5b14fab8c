package io.orderflow.api.stock.event;

import io.orderflow.api.stock.StockLevel;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * Units held for an order have been shipped.
 *
 * @param sku the product
 * @param orderId the order
 * @param shipmentId the order's shipment
 * @param quantity how many
 * @param level the stock after it
 */
@Revision("1")
public record StockCommitted(String sku, UUID orderId, UUID shipmentId, long quantity, StockLevel level)
        implements StockEvent {}
