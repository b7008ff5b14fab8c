package io.orderflow.api.payment.event;

import java.util.UUID;
import org.axonframework.serialization.Revision;

/** The gateway refused. Final. */
@Revision("1")
public record PaymentDeclined(UUID paymentId, UUID orderId, String reason) implements PaymentEvent {}
