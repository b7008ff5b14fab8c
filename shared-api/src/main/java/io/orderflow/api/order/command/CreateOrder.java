package io.orderflow.api.order.command;

import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.event.OrderEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Opens an order, and places it in the same step when {@code placement} is given. Refused with ORDER_ALREADY_EXISTS when
 * the id is taken.
 *
 * @param orderId chosen by the client, or a UUIDv7
 * @param customerId who orders; need not be registered yet
 * @param currency ISO 4217 code; every unit price is in it
 * @param lines at least one
 * @param shippingAddress where to ship
 * @param orderedAt the channel's own time of the order, never in the future
 * @param placement given when the order is placed at once
 * @param expiresAt when the order is called off unless placed; null when it is placed at once
 */
public record CreateOrder(
        UUID orderId,
        UUID customerId,
        String currency,
        List<OrderLine> lines,
        Address shippingAddress,
        Instant orderedAt,
        @Nullable Placement placement,
        @Nullable Instant expiresAt)
        implements OrderCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return OrderEvent.streamOf(orderId);
    }
}
