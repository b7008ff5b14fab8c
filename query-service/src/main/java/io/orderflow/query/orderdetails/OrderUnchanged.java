package io.orderflow.query.orderdetails;

import java.util.UUID;

/**
 * Asks whether everybody who has seen an order at this version saw what it shows now. Answered by a boolean.
 *
 * <p>An order's ETag is its version, because that is what {@code If-Match} wants. But the view also shows the payment and
 * the customer's name, which change without it. So each order event notes which versions of those two it found; while both
 * are still the same, nothing can have changed since that order event. When one has moved on, the answer is no until the
 * order's next event: a full answer too many, never an outdated one.
 *
 * @param orderId the order
 * @param version the version seen
 */
record OrderUnchanged(UUID orderId, long version) {}
