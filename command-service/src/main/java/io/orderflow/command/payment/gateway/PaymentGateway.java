package io.orderflow.command.payment.gateway;

import io.orderflow.api.money.Money;
import java.util.UUID;

/**
 * Whoever moves the money. Every call may be repeated: the payment's id, and the capture's or refund's, are the keys by
 * which the gateway recognises a repetition.
 */
public interface PaymentGateway {

    /**
     * Asks for a guarantee. The answer comes through {@link PaymentAnswers}: at once, late, or never.
     *
     * @param paymentId the key of this payment
     * @param amount what to guarantee
     * @param paymentToken the reference the channel gave
     */
    void authorise(UUID paymentId, Money amount, String paymentToken);

    /** Takes a part of the guaranteed amount. */
    void capture(UUID paymentId, UUID captureId, Money amount);

    /** Gives up a guarantee, also one that has not been given yet. */
    void cancel(UUID paymentId);

    /** Gives back a part of what was taken. */
    void refund(UUID paymentId, UUID refundId, Money amount);
}
