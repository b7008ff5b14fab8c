package io.orderflow.command.order.web;

import io.orderflow.platform.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as a channel sends it; {@code place} asks for it to be placed at once. */
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
