package io.orderflow.api.stock.event;

import io.orderflow.api.stock.StockLevel;
import io.orderflow.api.stock.StockUnit;
import org.axonframework.serialization.Revision;

/**
 * A product is known, with its first units.
 *
 * @param unit what one unit is; since revision 2
 */
@Revision("2")
public record StockRegistered(String sku, String productName, StockLevel level, StockUnit unit) implements StockEvent {}
