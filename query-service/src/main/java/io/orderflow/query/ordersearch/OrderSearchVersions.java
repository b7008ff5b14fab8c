package io.orderflow.query.ordersearch;

import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.freshness.RowVersions;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which version of an order the search shows. */
@Component
class OrderSearchVersions extends RowVersions<UUID> {

    OrderSearchVersions(EntityManager entities) {
        super(
                entities,
                "order-search",
                "select r.version from OrderSearchRow r where r.orderId = :id",
                UUID::fromString,
                OrderEvent::streamOf);
    }
}
