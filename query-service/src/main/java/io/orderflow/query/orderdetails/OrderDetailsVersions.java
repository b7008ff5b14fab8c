package io.orderflow.query.orderdetails;

import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.freshness.HeldVersions;
import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which version of an order its details show. */
@Component
class OrderDetailsVersions implements HeldVersions {

    private static final String VERSION = "select r.version from OrderDetailsRow r where r.orderId = :id";

    private final EntityManager entities;
    private final OrderViewCache cache;

    OrderDetailsVersions(EntityManager entities, OrderViewCache cache) {
        this.entities = entities;
        this.cache = cache;
    }

    @Override
    public String group() {
        return "order-details";
    }

    @Override
    public String streamOf(String id) {
        return OrderEvent.streamOf(UUID.fromString(id));
    }

    @Override
    @Transactional(readOnly = true)
    public long heldOf(String id) {
        UUID orderId = UUID.fromString(id);
        long held = entities.createQuery(VERSION, Long.class)
                .setParameter("id", orderId)
                .getResultStream()
                .findFirst()
                .orElse(StreamVersion.NONE);
        cache.isAtLeast(orderId, held); // whoever waited for this version must not be shown one before it
        return held;
    }
}
