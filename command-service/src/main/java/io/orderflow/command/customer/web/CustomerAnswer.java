package io.orderflow.command.customer.web;

import io.orderflow.platform.web.EntityTag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;

/**
 * The answer to every command about a customer.
 *
 * @param customerId the customer
 * @param version sequence number of its last event: what a read is to wait for
 */
record CustomerAnswer(UUID customerId, long version) {

    static final String CUSTOMERS = "/api/v1/customers";

    static ResponseEntity<CustomerAnswer> ok(UUID customerId, long version) {
        return ResponseEntity.ok().eTag(EntityTag.of(version)).body(new CustomerAnswer(customerId, version));
    }

    static ResponseEntity<CustomerAnswer> created(UUID customerId, long version) {
        return ResponseEntity.created(URI.create(CUSTOMERS + "/" + customerId))
                .eTag(EntityTag.of(version))
                .body(new CustomerAnswer(customerId, version));
    }
}
