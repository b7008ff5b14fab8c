package io.orderflow.api.customer.query;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer.
 *
 * @param customerId the customer
 * @param name the present name; null once erased
 * @param email the e-mail address; null once erased
 * @param erased whether the personal data is gone
 * @param orders how many orders are in each state; states without orders are left out
 * @param lifetimeValue sum of the orders that were confirmed and not cancelled since, one amount a currency
 * @param lastOrderedAt the channel's own time of the newest order; null without one
 * @param registeredAt when the customer was registered
 * @param updatedAt when the last change was recorded
 * @param version sequence number of the customer's last event, from 0
 */
public record CustomerView(
        UUID customerId,
        @Nullable String name,
        @Nullable String email,
        boolean erased,
        Map<OrderStatus, Long> orders,
        List<Money> lifetimeValue,
        @Nullable Instant lastOrderedAt,
        Instant registeredAt,
        Instant updatedAt,
        long version) {}
