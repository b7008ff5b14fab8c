package io.orderflow.command.order.web;

import io.orderflow.platform.web.EntityTag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;

/**
 * The answer to every command about an order.
 *
 * @param orderId the order
 * @param version sequence number of its last event: what a read is to wait for
 */
record OrderAnswer(UUID orderId, long version) {

    static final String ORDERS = "/api/v1/orders";

    static ResponseEntity<OrderAnswer> ok(UUID orderId, long version) {
        return ResponseEntity.ok().eTag(EntityTag.of(version)).body(new OrderAnswer(orderId, version));
    }

    static ResponseEntity<OrderAnswer> created(UUID orderId, long version) {
        return ResponseEntity.created(URI.create(ORDERS + "/" + orderId))
                .eTag(EntityTag.of(version))
                .body(new OrderAnswer(orderId, version));
    }
}
