package io.orderflow.query.orderhistory;

import java.util.UUID;

/**
 * At which version an order is.
 *
 * @param orderId the order
 * @param version its version now
 */
record LatestVersion(UUID orderId, long version) {}
