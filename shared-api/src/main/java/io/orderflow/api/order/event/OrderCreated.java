package io.orderflow.api.order.event;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An order was opened. Always the first event of an order.
 *
 * @param orderId the order
 * @param customerId who orders
 * @param currency ISO 4217 code of every amount of the order
 * @param lines the first lines, at least one
 * @param total sum of the lines' totals
 * @param shippingAddress where to ship
 * @param orderedAt the channel's own time of the order
 * @param expiresAt when it is called off unless placed; null when it was placed at once
 */
@Revision("1")
public record OrderCreated(
        UUID orderId,
        UUID customerId,
        String currency,
        List<OrderLine> lines,
        Money total,
        Address shippingAddress,
        Instant orderedAt,
        @Nullable Instant expiresAt)
        implements OrderEvent {}
