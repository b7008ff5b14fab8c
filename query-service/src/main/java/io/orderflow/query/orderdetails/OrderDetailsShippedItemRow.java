package io.orderflow.query.orderdetails;

import io.orderflow.api.order.ShipmentLine;
import io.orderflow.api.order.event.ItemsShipped;
import io.orderflow.api.order.query.OrderView;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** The units of one line in one shipment. Never changes once it is written. */
@Entity
@Table(name = "order_details_shipped_item")
class OrderDetailsShippedItemRow {

    @EmbeddedId
    private Key key;

    @Column(name = "position")
    private int position;

    @Column(name = "quantity")
    private int quantity;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    OrderDetailsShippedItemRow() {}

    OrderDetailsShippedItemRow(ItemsShipped event, int position, ShipmentLine item) {
        this.key = new Key(event.orderId(), event.shipmentId(), item.lineId());
        this.position = position;
        this.quantity = item.quantity();
    }

    OrderView.ShippedItem view() {
        return new OrderView.ShippedItem(key.lineId(), quantity);
    }

    @Embeddable
    record Key(
            @Column(name = "order_id") UUID orderId,
            @Column(name = "shipment_id") UUID shipmentId,
            @Column(name = "line_id") UUID lineId)
            implements Serializable {}
}
