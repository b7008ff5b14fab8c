package io.orderflow.api.statistics.query;

import java.util.List;

/**
 * A page of sales. Days, weeks and months come oldest first, states in the order of an order's life; within one of them
 * currencies come by their codes. Products, customers and cities come by currency, and those of one currency by revenue,
 * largest first.
 *
 * @param items the entries on this page
 * @param total how many entries there are in all
 * @param page this page's number, from 1
 * @param pageSize entries asked for on a page
 * @param totalPages number of pages
 */
public record SalesPage(List<SalesFigures> items, long total, int page, int pageSize, int totalPages) {}
