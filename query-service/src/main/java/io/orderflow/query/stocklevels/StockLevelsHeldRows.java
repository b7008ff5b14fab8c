package io.orderflow.query.stocklevels;

import io.orderflow.api.stock.event.StockEvent;
import io.orderflow.query.platform.reconciliation.RowsOfStreams;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What the stock levels hold of a product. */
@Component
class StockLevelsHeldRows extends RowsOfStreams {

    StockLevelsHeldRows(EntityManager entities) {
        super(
                entities,
                "stock-levels",
                new Kind<>(
                        Function.identity(),
                        StockEvent::streamOf,
                        List.of(
                                "delete from StockReservationRow r where r.key.sku = :id",
                                "delete from StockLevelRow r where r.sku = :id")));
    }
}
