package io.orderflow.command.payment.gateway;

import io.orderflow.api.payment.command.ApprovePayment;
import io.orderflow.api.payment.command.DeclinePayment;
import io.orderflow.command.platform.axon.ProcessCommands;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where the gateway's answers arrive. An answer that nobody waits for any more has no effect. */
@Component
class PaymentAnswers {

    private final ProcessCommands commands;

    PaymentAnswers(ProcessCommands commands) {
        this.commands = commands;
    }

    void approved(UUID paymentId) {
        commands.send(WhenPaymentChangesThenTellGateway.NAME, new ApprovePayment(paymentId));
    }

    void declined(UUID paymentId, String reason) {
        commands.send(WhenPaymentChangesThenTellGateway.NAME, new DeclinePayment(paymentId, reason));
    }
}
