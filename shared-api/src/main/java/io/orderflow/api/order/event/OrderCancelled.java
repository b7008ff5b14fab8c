package io.orderflow.api.order.event;

import java.util.UUID;
import org.axonframework.serialization.Revision;

/** The order was called off, with the caller's reason. Final. */
@Revision("1")
public record OrderCancelled(UUID orderId, String reason) implements OrderEvent {}
