package io.orderflow.api.stock.event;

import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * There are too few units for an order; nothing is held for it. May be the first event of a product that nobody
 * registered.
 *
 * @param sku the product
 * @param orderId the order that asked
 * @param requested how many it asked for
 * @param available how many there were
 */
@Revision("1")
public record StockReservationRefused(String sku, UUID orderId, long requested, long available) implements StockEvent {}
