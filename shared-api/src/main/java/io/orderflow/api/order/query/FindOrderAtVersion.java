package io.orderflow.api.order.query;

import java.util.UUID;

/**
 * Asks how an order stood at one of its versions: just before its next own event was recorded, so with every event of its
 * payment up to there and the customer's name as of then. At the order's last version that is how it stands now. Answered
 * by an {@link OrderAsOf}, or by nothing when there is no such order.
 *
 * @param orderId the order
 * @param version the version, from 0
 */
public record FindOrderAtVersion(UUID orderId, long version) {}
