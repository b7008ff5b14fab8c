package io.orderflow.api.payment.event;

import java.util.UUID;

/** A fact about the payment of one order, in the payment's own stream. */
public sealed interface PaymentEvent
        permits PaymentAuthorisationRequested,
                PaymentAuthorised,
                PaymentCaptured,
                PaymentDeclined,
                PaymentRefunded,
                PaymentVoided {

    /** The payment it is about. */
    UUID paymentId();

    /** The order that is paid for. */
    UUID orderId();

    /** The name of a payment's event stream: {@code payment-} and the id. */
    static String streamOf(UUID paymentId) {
        return "payment-" + paymentId;
    }
}
