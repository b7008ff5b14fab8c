package io.orderflow.api.stock.query;

import java.time.Instant;
import java.util.UUID;

/**
 * Units of a product that are held for an order.
 *
 * @param orderId the order
 * @param quantity how many are held, without those that have been shipped
 * @param reservedAt when the reservation was recorded
 */
public record ReservationView(UUID orderId, long quantity, Instant reservedAt) {}
