package io.orderflow.api.stock.query;

/** Asks for the stock of one product. Answered by a {@link StockView}, or by nothing when it is not registered. */
public record FindStockLevel(String sku) {}
