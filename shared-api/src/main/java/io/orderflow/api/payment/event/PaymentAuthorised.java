package io.orderflow.api.payment.event;

import io.orderflow.api.money.Money;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/** The gateway guarantees the amount. */
@Revision("1")
public record PaymentAuthorised(UUID paymentId, UUID orderId, Money amount) implements PaymentEvent {}
