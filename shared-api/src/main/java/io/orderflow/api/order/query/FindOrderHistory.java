package io.orderflow.api.order.query;

import java.util.UUID;

/**
 * Asks what has happened to one order. Answered by an {@link OrderHistoryPage}, or by nothing when there is no such order.
 *
 * @param orderId the order
 * @param page page number, from 1
 * @param pageSize events on a page, 1 to 100
 * @param withPayload whether to add the events as they are stored
 */
public record FindOrderHistory(UUID orderId, int page, int pageSize, boolean withPayload) {}
