package io.orderflow.client;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer.
 *
 * @param customerId the customer
 * @param name the present name; null once erased
 * @param email the e-mail address; null once erased
 * @param erased whether the personal data is gone
 * @param registeredAt when the customer was registered
 * @param updatedAt when the last change was recorded
 * @param version sequence number of the customer's last event, from 0
 */
public record CustomerView(
        UUID customerId,
        @Nullable String name,
        @Nullable String email,
        boolean erased,
        Instant registeredAt,
        Instant updatedAt,
        long version) {}
