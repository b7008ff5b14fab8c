package io.orderflow.api.payment.event;

import io.orderflow.api.money.Money;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * The gateway is to be asked for a guarantee.
 *
 * @param paymentId the payment
 * @param orderId the order
 * @param amount what to guarantee
 * @param paymentToken the reference the channel gave
 */
@Revision("1")
public record PaymentAuthorisationRequested(UUID paymentId, UUID orderId, Money amount, String paymentToken)
        implements PaymentEvent {}
