package io.orderflow.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that shall exist.
 *
 * @param orderId chosen by the caller, so that sending the order twice cannot make two of it
 * @param customerId who orders
 * @param currency ISO 4217 code of every unit price
 * @param lines at least one
 * @param shippingAddress where to ship
 * @param orderedAt the channel's own time of the order; null for now
 * @param place whether it is placed in the same step
 * @param paymentToken the gateway's reference; needed when it is placed
 */
public record NewOrder(
        UUID orderId,
        UUID customerId,
        String currency,
        @JsonProperty("items") List<NewLine> lines,
        Address shippingAddress,
        @Nullable Instant orderedAt,
        boolean place,
        @Nullable String paymentToken) {

    /** An order with a random id that stays open for edits until it is placed. */
    public static NewOrder pending(UUID customerId, String currency, List<NewLine> lines, Address shippingAddress) {
        return new NewOrder(UUID.randomUUID(), customerId, currency, lines, shippingAddress, null, false, null);
    }

    /** The same order, placed in the same step. */
    public NewOrder placedWith(String token) {
        return new NewOrder(orderId, customerId, currency, lines, shippingAddress, orderedAt, true, token);
    }

    /** The same order under another id. */
    public NewOrder withId(UUID id) {
        return new NewOrder(id, customerId, currency, lines, shippingAddress, orderedAt, place, paymentToken);
    }
}
