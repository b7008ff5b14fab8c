package io.orderflow.api.payment.event;

import io.orderflow.api.money.Money;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * A part of what was taken was given back.
 *
 * @param paymentId the payment
 * @param orderId the order
 * @param refundId unique within the payment
 * @param amount how much was given back now
 * @param refunded how much was given back so far
 */
@Revision("1")
public record PaymentRefunded(UUID paymentId, UUID orderId, UUID refundId, Money amount, Money refunded)
        implements PaymentEvent {}
