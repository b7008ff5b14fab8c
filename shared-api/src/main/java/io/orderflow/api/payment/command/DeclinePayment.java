package io.orderflow.api.payment.command;

import io.orderflow.api.payment.event.PaymentEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Records the gateway's no. No effect unless the payment waits for an answer. */
public record DeclinePayment(UUID paymentId, String reason) implements PaymentCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return PaymentEvent.streamOf(paymentId);
    }
}
