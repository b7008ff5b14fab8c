package io.orderflow.command.order.web;

import io.orderflow.api.order.Address;
import io.orderflow.platform.web.PlainText;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A shipping address as a channel sends it. */
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
