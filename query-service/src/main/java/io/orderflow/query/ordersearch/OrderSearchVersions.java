package io.orderflow.query.ordersearch;

import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.freshness.HeldVersions;
import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which version of an order the search shows. */
@Component
class OrderSearchVersions implements HeldVersions {

    private static final String VERSION = "select r.version from OrderSearchRow r where r.orderId = :id";

    private final EntityManager entities;

    OrderSearchVersions(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String group() {
        return "order-search";
    }

    @Override
    public String streamOf(String id) {
        return OrderEvent.streamOf(UUID.fromString(id));
    }

    @Override
    @Transactional(readOnly = true)
    public long heldOf(String id) {
        return entities.createQuery(VERSION, Long.class)
                .setParameter("id", UUID.fromString(id))
                .getResultStream()
                .findFirst()
                .orElse(StreamVersion.NONE);
    }
}
