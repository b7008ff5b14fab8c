package io.orderflow.command.order.web;

import io.orderflow.platform.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as a channel sends it.
 *
 * @param orderId its id, if the channel chooses it; another order must not have it
 * @param customerId who orders; may be registered later
 * @param currency ISO 4217 code of the order's one currency
 * @param items its lines
 * @param shippingAddress where it ships to
 * @param orderedAt the channel's own time of the order; now if left out
 * @param place whether to place it at once
 * @param paymentToken what the payment is authorised with; for an order that is placed at once only
 */
record CreateOrderRequest(
        @Nullable UUID orderId,
        @NotNull UUID customerId,
        @NotNull @CurrencyCode String currency,
        @NotNull @Size(min = 1, max = MAX_LINES) List<@NotNull @Valid ItemRequest> items,
        @NotNull @Valid AddressRequest shippingAddress,
        @Nullable Instant orderedAt,
        @Nullable Boolean place,
        @Nullable @PlainText(max = 100) String paymentToken) {

    static final int MAX_LINES = 500;

    boolean placedAtOnce() {
        return Boolean.TRUE.equals(place);
    }
}
