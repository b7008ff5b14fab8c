package io.orderflow.api.stock.query;

import java.util.List;

/**
 * A page of reservations.
 *
 * @param items the reservations on this page
 * @param total how many there are in all
 * @param page this page's number, from 1
 * @param pageSize reservations asked for on a page
 * @param totalPages number of pages
 */
public record ReservationPage(List<ReservationView> items, long total, int page, int pageSize, int totalPages) {}
