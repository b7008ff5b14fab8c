package io.orderflow.api.stock.query;

/**
 * Asks for the orders that hold units of a product, the longest first. Answered by a {@link ReservationPage}, or by nothing
 * if there is no such product.
 *
 * @param sku the product
 * @param page page number, from 1
 * @param pageSize orders on a page, 1 to 100
 */
public record FindReservations(String sku, int page, int pageSize) {}
