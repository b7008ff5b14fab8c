package io.orderflow.api.payment.command;

import io.orderflow.api.money.Money;
import io.orderflow.api.payment.event.PaymentEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Gives back a part of what was taken. Repeating it with the same refund id has no effect.
 *
 * @param paymentId the payment
 * @param refundId unique within the payment
 * @param amount how much to give back
 */
public record RefundPayment(UUID paymentId, UUID refundId, Money amount) implements PaymentCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return PaymentEvent.streamOf(paymentId);
    }
}
