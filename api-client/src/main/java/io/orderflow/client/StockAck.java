package io.orderflow.client;

/**
 * A command about a product's stock was carried out.
 *
 * @param sku the product
 * @param version its version afterwards
 */
public record StockAck(String sku, long version) {}
