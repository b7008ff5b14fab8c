package io.orderflow.query.stocklevels;

import static io.orderflow.query.platform.projection.StreamVersion.isNext;

import io.orderflow.api.stock.event.StockAdjusted;
import io.orderflow.api.stock.event.StockCommitted;
import io.orderflow.api.stock.event.StockEvent;
import io.orderflow.api.stock.event.StockRegistered;
import io.orderflow.api.stock.event.StockReleased;
import io.orderflow.api.stock.event.StockReservationRefused;
import io.orderflow.api.stock.event.StockReserved;
import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** Writes the stock levels. Follows the streams of the products. */
@Component
@ProcessingGroup("stock-levels")
class StockLevelsProjection {

    private final EntityManager entities;

    StockLevelsProjection(EntityManager entities) {
        this.entities = entities;
    }

    @EventHandler
    void on(StockRegistered event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, stock -> {
            stock.register(event.productName(), event.unit());
            stock.level(event.level());
        });
    }

    @EventHandler
    void on(StockAdjusted event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, stock -> stock.level(event.level()));
    }

    @EventHandler
    void on(StockReserved event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, stock -> {
            stock.level(event.level());
            StockReservationRow held =
                    entities.find(StockReservationRow.class, new StockReservationRow.Key(event.sku(), event.orderId()));
            if (held == null) {
                entities.persist(new StockReservationRow(event.sku(), event.orderId(), event.quantity(), at));
            } else {
                held.reduce(-event.quantity());
            }
        });
    }

    /** Changes no level, and may be the first event of a product that nobody registered. */
    @EventHandler
    void on(StockReservationRefused event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, stock -> {});
    }

    @EventHandler
    void on(StockReleased event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, stock -> {
            stock.level(event.level());
            reduce(event.sku(), event.orderId(), event.quantity());
        });
    }

    @EventHandler
    void on(StockCommitted event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, stock -> {
            stock.level(event.level());
            reduce(event.sku(), event.orderId(), event.quantity());
        });
    }

    private void reduce(String sku, UUID orderId, long units) {
        StockReservationRow reservation =
                entities.find(StockReservationRow.class, new StockReservationRow.Key(sku, orderId));
        if (reservation == null) {
            throw new IllegalStateException("order " + orderId + " holds nothing of " + sku);
        }
        if (reservation.reduce(units) == 0) {
            entities.remove(reservation);
        }
    }

    private void change(StockEvent event, long sequence, Instant at, Consumer<StockLevelRow> change) {
        StockLevelRow stock = entities.find(StockLevelRow.class, event.sku());
        long held = stock == null ? StreamVersion.NONE : stock.version();
        if (isNext(StockEvent.streamOf(event.sku()), held, sequence)) {
            if (stock == null) {
                stock = new StockLevelRow(event.sku(), at);
                entities.persist(stock);
            }
            change.accept(stock);
            stock.took(sequence, at);
        }
    }
}
