package io.orderflow.api.order.query;

import java.util.UUID;

/** Asks for one order in full. Answered by an {@link OrderView}, or by nothing when there is no such order. */
public record FindOrder(UUID orderId) {}
