package io.orderflow.api.order.query;

import java.util.List;

/**
 * A page of an order's history.
 *
 * @param items the events on this page, oldest first
 * @param total how many events there are in all
 * @param page this page's number, from 1
 * @param pageSize events asked for on a page
 * @param totalPages number of pages
 */
public record OrderHistoryPage(List<OrderHistoryEntry> items, long total, int page, int pageSize, int totalPages) {}
