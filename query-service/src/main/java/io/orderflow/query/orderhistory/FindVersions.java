package io.orderflow.query.orderhistory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the versions of an order after one of them. Answered by {@link Versions}, or by nothing when there is no such
 * order.
 *
 * @param orderId the order
 * @param after the version before the first one wanted; null for the latest only
 * @param limit how many are wanted at most
 */
record FindVersions(UUID orderId, @Nullable Long after, int limit) {}
