package io.orderflow.query.orderlist;

/**
 * Asks for the orders that have taken an event after a position, with their positions, oldest change first. Answered by a
 * list of {@link ChangedOrder}.
 *
 * @param position a global index
 * @param limit how many are wanted at most
 */
record ChangesSince(long position, int limit) {}
