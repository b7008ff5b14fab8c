package io.orderflow.command.order.web;

import io.orderflow.api.order.Address;
import io.orderflow.platform.web.PlainText;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A shipping address as a channel sends it.
 *
 * @param recipient the person or firm at the door
 * @param street street and number
 * @param postalCode postal code as written in the country
 * @param city city or town
 * @param region state or province, where the country has them
 * @param country country: an ISO 3166 code or a name
 */
record AddressRequest(
        @NotNull @PlainText(max = 200) String recipient,
        @NotNull @PlainText(max = 200) String street,
        @NotNull @PlainText(max = 20) String postalCode,
        @NotNull @PlainText(max = 100) String city,
        @Nullable @PlainText(max = 100) String region,
        @NotNull @PlainText(max = 100) String country) {

    Address toAddress() {
        return new Address(recipient, street, postalCode, city, region, country);
    }
}
