package io.orderflow.api.payment.command;

import io.orderflow.api.money.Money;
import io.orderflow.api.payment.event.PaymentEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Sent by the fulfilment process: asks the gateway for a guarantee. Answered by PaymentAuthorised, PaymentDeclined or,
 * when the gateway stays silent, nothing. Repeating it has no effect.
 *
 * @param paymentId derived from the order id
 * @param orderId the order that is paid for
 * @param amount what to guarantee
 * @param paymentToken the reference the channel gave
 */
public record AuthorisePayment(UUID paymentId, UUID orderId, Money amount, String paymentToken)
        implements PaymentCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return PaymentEvent.streamOf(paymentId);
    }
}
