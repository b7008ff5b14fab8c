package io.orderflow.query.orderdetails;

import io.orderflow.api.order.Address;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** The columns of a shipping address. */
@Embeddable
record OrderDetailsAddress(
        @Column(name = "recipient") String recipient,
        @Column(name = "street") String street,
        @Column(name = "postal_code") String postalCode,
        @Column(name = "city") String city,
        @Column(name = "region") @Nullable String region,
        @Column(name = "country") String country) {

    static OrderDetailsAddress of(Address address) {
        return new OrderDetailsAddress(
                address.recipient(),
                address.street(),
                address.postalCode(),
                address.city(),
                address.region(),
                address.country());
    }

    Address view() {
        return new Address(recipient, street, postalCode, city, region, country);
    }
}
