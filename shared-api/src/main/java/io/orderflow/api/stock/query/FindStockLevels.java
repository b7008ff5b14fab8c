package io.orderflow.api.stock.query;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of stock levels, by SKU. Answered by a {@link StockPage}.
 *
 * @param low only products with at most so many units available; null for all
 * @param page page number, from 1
 * @param pageSize products on a page, 1 to 100
 */
public record FindStockLevels(@Nullable Long low, int page, int pageSize) {}
