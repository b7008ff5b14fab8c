package io.orderflow.api.order;

/** The states of an order. */
public enum OrderStatus {
    /** Open for edits until it is placed, cancelled or expires. */
    PENDING,
    /** Placed; stock is being reserved and the payment authorised. */
    PLACED,
    /** Stock reserved and payment authorised. */
    CONFIRMED,
    /** Some units have been shipped. */
    PARTIALLY_SHIPPED,
    /** Every unit has been shipped. */
    SHIPPED,
    /** The customer has it. Final. */
    DELIVERED,
    /** Called off, or expired before it was placed. Final. */
    CANCELLED,
    /** Could not be fulfilled: out of stock, payment declined or timed out. Final. */
    REJECTED
}
