package io.orderflow.api.order.query;

/**
 * Asks for a page of the orders in which every word of a text occurs, as the beginning of the order's id or of a word of the
 * customer's name, a product's SKU or name, a tracking number, or the city shipped to. Case and accents do not matter.
 * Answered by an {@link OrderPage}, which may be incomplete.
 *
 * @param text the words
 * @param filter which orders, in which order, and which page
 */
public record FindOrdersByText(String text, FindOrders filter) {}
