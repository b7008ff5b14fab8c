package io.orderflow.api.payment.command;

import io.orderflow.api.money.Money;
import io.orderflow.api.payment.event.PaymentEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Sent by the fulfilment process: takes a part of the authorised amount. Repeating it for the same shipment has no
 * effect.
 *
 * @param paymentId the payment
 * @param shipmentId the shipment that is paid for
 * @param amount how much to take
 */
public record CapturePayment(UUID paymentId, UUID shipmentId, Money amount) implements PaymentCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return PaymentEvent.streamOf(paymentId);
    }
}
