package io.orderflow.query.orderdetails;

import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.freshness.RowVersions;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which version of an order its details show. */
@Component
class OrderDetailsVersions extends RowVersions<UUID> {

    private final OrderViewCache cache;

    OrderDetailsVersions(EntityManager entities, OrderViewCache cache) {
        super(
                entities,
                "order-details",
                "select r.version from OrderDetailsRow r where r.orderId = :id",
                UUID::fromString,
                OrderEvent::streamOf);
        this.cache = cache;
    }

    @Override
    @Transactional(readOnly = true)
    public long heldOf(String id) {
        long held = super.heldOf(id);
        cache.isAtLeast(UUID.fromString(id), held); // whoever waited for this version must not be shown one before it
        return held;
    }
}
