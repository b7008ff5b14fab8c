package io.orderflow.query.orderlist;

import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.freshness.RowVersions;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which version of an order the list shows. */
@Component
class OrderListVersions extends RowVersions<UUID> {

    OrderListVersions(EntityManager entities) {
        super(
                entities,
                "order-list",
                "select r.version from OrderListRow r where r.orderId = :id",
                UUID::fromString,
                OrderEvent::streamOf);
    }
}
