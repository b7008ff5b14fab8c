package io.orderflow.client;

import org.jspecify.annotations.Nullable;

/**
 * Where an order is shipped to.
 *
 * @param recipient the person or firm at the door
 * @param street street and number
 * @param postalCode postal code as written in the country
 * @param city city or town
 * @param region state or province, where the country has them
 * @param country an ISO 3166 code or a name
 */
public record Address(
        String recipient, String street, String postalCode, String city, @Nullable String region, String country) {}
