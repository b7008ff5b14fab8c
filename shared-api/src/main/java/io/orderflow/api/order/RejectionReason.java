package io.orderflow.api.order;

/** Why a placed order could not be fulfilled. */
public enum RejectionReason {
    OUT_OF_STOCK,
    PAYMENT_DECLINED,
    PAYMENT_TIMED_OUT
}
