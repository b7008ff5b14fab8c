package io.orderflow.api.stock.event;

import io.orderflow.api.stock.StockLevel;
import org.axonframework.serialization.Revision;

/** A product is known, with its first units. */
@Revision("1")
public record StockRegistered(String sku, String productName, StockLevel level) implements StockEvent {}
