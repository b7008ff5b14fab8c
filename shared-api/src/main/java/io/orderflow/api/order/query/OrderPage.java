package io.orderflow.api.order.query;

import java.util.List;

/**
 * A page of orders.
 *
 * @param items the orders on this page
 * @param total how many orders match in all
 * @param page this page's number, from 1
 * @param pageSize orders asked for on a page
 * @param totalPages number of pages
 */
public record OrderPage(List<OrderSummary> items, long total, int page, int pageSize, int totalPages) {}
