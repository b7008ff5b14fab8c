package io.orderflow.api.payment.command;

import io.orderflow.api.payment.event.PaymentEvent;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Records the gateway's yes. No effect unless the payment waits for an answer. */
public record ApprovePayment(UUID paymentId) implements PaymentCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return PaymentEvent.streamOf(paymentId);
    }
}
