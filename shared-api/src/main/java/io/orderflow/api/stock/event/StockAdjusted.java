package io.orderflow.api.stock.event;

import io.orderflow.api.stock.StockLevel;
import org.axonframework.serialization.Revision;

/**
 * What is on hand was changed by a person.
 *
 * @param sku the product
 * @param delta by how many units
 * @param reason why
 * @param level the stock after it
 */
@Revision("1")
public record StockAdjusted(String sku, long delta, String reason, StockLevel level) implements StockEvent {}
