package io.orderflow.query.orderhistory;

import java.util.UUID;

/**
 * An order has a new version. Which one, and what it shows, is asked of the history, so that it makes no difference whether
 * one update is missed.
 *
 * @param orderId the order
 */
public record HistoryGrown(UUID orderId) {}
