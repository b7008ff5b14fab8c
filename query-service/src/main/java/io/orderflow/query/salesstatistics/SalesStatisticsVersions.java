package io.orderflow.query.salesstatistics;

import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.freshness.RowVersions;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which version of an order the statistics count. */
@Component
class SalesStatisticsVersions extends RowVersions<UUID> {

    SalesStatisticsVersions(EntityManager entities) {
        super(
                entities,
                "sales-statistics",
                "select r.version from SalesOrderRow r where r.orderId = :id",
                UUID::fromString,
                OrderEvent::streamOf);
    }
}
