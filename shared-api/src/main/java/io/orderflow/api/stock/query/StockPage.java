package io.orderflow.api.stock.query;

import java.util.List;

/**
 * A page of stock levels.
 *
 * @param items the levels on this page
 * @param total how many products match in all
 * @param page this page's number, from 1
 * @param pageSize products asked for on a page
 * @param totalPages number of pages
 */
public record StockPage(List<StockView> items, long total, int page, int pageSize, int totalPages) {}
