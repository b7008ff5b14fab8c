package io.orderflow.query.stocklevels;

import static io.orderflow.query.platform.projection.Columns.instant;

import io.orderflow.api.stock.query.ReservationView;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** The units of one product that are held for one order. */
@Entity
@Table(name = "stock_reservation")
class StockReservationRow {

    @EmbeddedId
    private Key key;

    @Column(name = "quantity")
    private long quantity;

    @Column(name = "reserved_at")
    private Instant reservedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    StockReservationRow() {}

    StockReservationRow(String sku, UUID orderId, long quantity, Instant at) {
        this.key = new Key(sku, orderId);
        this.quantity = quantity;
        this.reservedAt = instant(at);
    }

    /** Gives units back, or away, and tells how many are still held. */
    long reduce(long units) {
        quantity -= units;
        return quantity;
    }

    ReservationView view() {
        return new ReservationView(key.orderId(), quantity, reservedAt);
    }

    @Embeddable
    record Key(@Column(name = "sku") String sku, @Column(name = "order_id") UUID orderId) implements Serializable {}
}
