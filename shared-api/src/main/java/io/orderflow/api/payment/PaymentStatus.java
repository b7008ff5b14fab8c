package io.orderflow.api.payment;

/** The states of a payment. */
public enum PaymentStatus {
    /** The gateway has been asked and has not answered. */
    REQUESTED,
    /** The gateway guarantees the amount. */
    AUTHORISED,
    /** The gateway refused. Final. */
    DECLINED,
    /** Part of the amount has been taken. */
    PARTIALLY_CAPTURED,
    /** The whole amount has been taken. */
    CAPTURED,
    /** Given up before anything was taken. Final. */
    VOIDED,
    /** Something taken has been given back. */
    REFUNDED
}
