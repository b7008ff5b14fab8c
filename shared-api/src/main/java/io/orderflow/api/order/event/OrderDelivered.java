package io.orderflow.api.order.event;

import java.util.UUID;
import org.axonframework.serialization.Revision;

/** The shipped order has arrived. Final. */
@Revision("1")
public record OrderDelivered(UUID orderId) implements OrderEvent {}
