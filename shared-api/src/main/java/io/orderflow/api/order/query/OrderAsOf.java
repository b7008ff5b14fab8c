package io.orderflow.api.order.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an order stood.
 *
 * @param order the order as it was shown then, but without the name of a customer erased since; null when it had not come
 *     to that version, or did not exist at that time
 * @param createdAt when the order was recorded
 * @param latestVersion the order's version now
 */
public record OrderAsOf(@Nullable OrderView order, Instant createdAt, long latestVersion) {}
