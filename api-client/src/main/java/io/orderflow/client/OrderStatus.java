package io.orderflow.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The states of an order. */
public enum OrderStatus {
    PENDING,
    PLACED,
    CONFIRMED,
    PARTIALLY_SHIPPED,
    SHIPPED,
    DELIVERED,
    CANCELLED,
    REJECTED,
    /** A state that a newer server knows and this client does not. */
    @JsonEnumDefaultValue
    UNKNOWN;

    /** Whether every unit has left. */
    public boolean isShipped() {
        return this == SHIPPED || this == DELIVERED;
    }
}
