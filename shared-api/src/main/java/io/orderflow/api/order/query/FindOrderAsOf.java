package io.orderflow.api.order.query;

import java.time.Instant;
import java.util.UUID;

/**
 * Asks how an order stood at a time: after every event, of the order, its payment and its customer's name, that was
 * recorded at that time or before. Answered by an {@link OrderAsOf}, or by nothing when there is no such order.
 *
 * @param orderId the order
 * @param at the time; one that is still to come asks for what is known now
 */
public record FindOrderAsOf(UUID orderId, Instant at) {}
