package io.orderflow.api.payment.event;

import java.util.UUID;
import org.axonframework.serialization.Revision;

/** The payment was given up before anything was taken. Final. */
@Revision("1")
public record PaymentVoided(UUID paymentId, UUID orderId) implements PaymentEvent {}
