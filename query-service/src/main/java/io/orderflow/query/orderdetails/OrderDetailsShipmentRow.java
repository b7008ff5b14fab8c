package io.orderflow.query.orderdetails;

import static io.orderflow.query.platform.projection.Columns.instant;

import io.orderflow.api.order.event.ItemsShipped;
import io.orderflow.api.order.query.OrderView;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One shipment of an order. Never changes once it is written. */
@Entity
@Table(name = "order_details_shipment")
class OrderDetailsShipmentRow {

    @EmbeddedId
    private Key key;

    @Column(name = "position")
    private int position;

    @Column(name = "carrier")
    private String carrier;

    @Column(name = "tracking_number")
    private String trackingNumber;

    @Column(name = "shipped_at")
    private Instant shippedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    OrderDetailsShipmentRow() {}

    OrderDetailsShipmentRow(int position, ItemsShipped event) {
        this.key = new Key(event.orderId(), event.shipmentId());
        this.position = position;
        this.carrier = event.carrier();
        this.trackingNumber = event.trackingNumber();
        this.shippedAt = instant(event.shippedAt());
    }

    OrderView.Shipment view(List<OrderView.ShippedItem> items) {
        return new OrderView.Shipment(key.shipmentId(), carrier, trackingNumber, shippedAt, items);
    }

    @Embeddable
    record Key(@Column(name = "order_id") UUID orderId, @Column(name = "shipment_id") UUID shipmentId)
            implements Serializable {}
}
