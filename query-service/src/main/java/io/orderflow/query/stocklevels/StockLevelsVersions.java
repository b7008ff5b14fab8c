package io.orderflow.query.stocklevels;

import io.orderflow.api.stock.event.StockEvent;
import io.orderflow.query.platform.freshness.RowVersions;
import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Which version of a product's stock is shown. */
@Component
class StockLevelsVersions extends RowVersions<String> {

    StockLevelsVersions(EntityManager entities) {
        super(
                entities,
                "stock-levels",
                "select r.version from StockLevelRow r where r.sku = :id",
                Function.identity(),
                StockEvent::streamOf);
    }
}
