package io.orderflow.api.payment;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** How the id of a payment follows from its order: one order, one payment, whoever asks and however often. */
public final class PaymentId {

    private PaymentId() {}

    /** The id of the payment of an order. */
    public static UUID of(UUID orderId) {
        return UUID.nameUUIDFromBytes(("orderflow:payment:" + orderId).getBytes(StandardCharsets.UTF_8));
    }
}
