package io.orderflow.query.stocklevels;

import io.orderflow.api.stock.event.StockEvent;
import io.orderflow.query.platform.freshness.HeldVersions;
import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which version of a product's stock is shown. */
@Component
class StockLevelsVersions implements HeldVersions {

    private static final String VERSION = "select r.version from StockLevelRow r where r.sku = :id";

    private final EntityManager entities;

    StockLevelsVersions(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String group() {
        return "stock-levels";
    }

    @Override
    public String streamOf(String id) {
        return StockEvent.streamOf(id);
    }

    @Override
    @Transactional(readOnly = true)
    public long heldOf(String id) {
        return entities.createQuery(VERSION, Long.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElse(StreamVersion.NONE);
    }
}
