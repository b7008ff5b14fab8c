package io.orderflow.api.payment.command;

import io.orderflow.api.payment.event.PaymentEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Sent by the fulfilment process when the gateway has not answered in time. The payment decides which came first: it is
 * voided while it still waits, and nothing happens once it was answered.
 */
public record TimeOutPayment(UUID paymentId) implements PaymentCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return PaymentEvent.streamOf(paymentId);
    }
}
