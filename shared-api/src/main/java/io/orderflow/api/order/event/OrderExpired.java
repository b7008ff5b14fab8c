package io.orderflow.api.order.event;

import java.util.UUID;
import org.axonframework.serialization.Revision;

/** The order was not placed in time and is called off. Final. */
@Revision("1")
public record OrderExpired(UUID orderId) implements OrderEvent {}
