package io.orderflow.query.orderlist;

import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.freshness.HeldVersions;
import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which version of an order the list shows. */
@Component
class OrderListVersions implements HeldVersions {

    private static final String VERSION = "select r.version from OrderListRow r where r.orderId = :id";

    private final EntityManager entities;

    OrderListVersions(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String group() {
        return "order-list";
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
