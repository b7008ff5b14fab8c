package io.orderflow.query.orderlist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the orders that have taken an event after a position, oldest change first. Answered by a list of order summaries,
 * one more than the limit if there are more.
 *
 * @param position a global index
 * @param customerId only this customer's orders, or null for all
 * @param limit how many are wanted at most
 */
record OrdersSince(long position, @Nullable UUID customerId, int limit) {}
