package io.orderflow.api.payment.command;

import java.util.UUID;

/** A command about the payment of one order. */
public sealed interface PaymentCommand
        permits ApprovePayment,
                AuthorisePayment,
                CapturePayment,
                DeclinePayment,
                RefundPayment,
                TimeOutPayment,
                VoidPayment {

    /** The payment it is about. */
    UUID paymentId();

    /** The event stream of that payment, and the key by which the command is routed. */
    String stream();
}
