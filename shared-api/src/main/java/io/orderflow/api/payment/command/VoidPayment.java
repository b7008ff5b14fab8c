package io.orderflow.api.payment.command;

import io.orderflow.api.payment.event.PaymentEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Sent by the fulfilment process: gives up a payment of which nothing was taken. Repeating it has no effect. */
public record VoidPayment(UUID paymentId) implements PaymentCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return PaymentEvent.streamOf(paymentId);
    }
}
