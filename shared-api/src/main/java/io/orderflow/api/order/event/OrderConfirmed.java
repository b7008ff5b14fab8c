package io.orderflow.api.order.event;

import java.util.UUID;
import org.axonframework.serialization.Revision;

/** Stock is reserved and payment authorised; the order may be shipped. */
@Revision("1")
public record OrderConfirmed(UUID orderId) implements OrderEvent {}
