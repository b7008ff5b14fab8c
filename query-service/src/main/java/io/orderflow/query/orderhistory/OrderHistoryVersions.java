package io.orderflow.query.orderhistory;

import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.freshness.RowVersions;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Up to which version of an order its history goes. */
@Component
class OrderHistoryVersions extends RowVersions<UUID> {

    OrderHistoryVersions(EntityManager entities) {
        super(
                entities,
                "order-history",
                "select r.version from OrderHistoryRow r where r.orderId = :id",
                UUID::fromString,
                OrderEvent::streamOf);
    }
}
