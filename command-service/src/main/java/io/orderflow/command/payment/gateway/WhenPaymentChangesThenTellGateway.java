package io.orderflow.command.payment.gateway;

import io.orderflow.api.payment.event.PaymentAuthorisationRequested;
import io.orderflow.api.payment.event.PaymentCaptured;
import io.orderflow.api.payment.event.PaymentRefunded;
import io.orderflow.api.payment.event.PaymentVoided;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Calls the gateway for what has been decided about a payment. At least once; never during a replay. */
@Component
@DisallowReplay
@ProcessingGroup(WhenPaymentChangesThenTellGateway.NAME)
class WhenPaymentChangesThenTellGateway {

    static final String NAME = "payment-gateway";

    private final PaymentGateway gateway;

    WhenPaymentChangesThenTellGateway(PaymentGateway gateway) {
        this.gateway = gateway;
    }

    @EventHandler
    void on(PaymentAuthorisationRequested event) {
        gateway.authorise(event.paymentId(), event.amount(), event.paymentToken());
    }

    @EventHandler
    void on(PaymentCaptured event) {
        gateway.capture(event.paymentId(), event.shipmentId(), event.amount());
    }

    @EventHandler
    void on(PaymentVoided event) {
        gateway.cancel(event.paymentId());
    }

    @EventHandler
    void on(PaymentRefunded event) {
        gateway.refund(event.paymentId(), event.refundId(), event.amount());
    }
}
