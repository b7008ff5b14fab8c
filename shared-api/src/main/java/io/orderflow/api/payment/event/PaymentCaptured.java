package io.orderflow.api.payment.event;

import io.orderflow.api.money.Money;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * A part of the authorised amount was taken.
 *
 * @param paymentId the payment
 * @param orderId the order
 * @param shipmentId the shipment that is paid for
 * @param amount how much was taken now
 * @param captured how much was taken so far
 * @param complete whether all that was authorised is taken
 */
@Revision("1")
public record PaymentCaptured(
        UUID paymentId, UUID orderId, UUID shipmentId, Money amount, Money captured, boolean complete)
        implements PaymentEvent {}
