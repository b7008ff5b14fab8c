package io.orderflow.query.orderlist;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** The quantity of one line of an order that can still be edited. */
@Entity
@Table(name = "order_list_line")
class OrderListLineRow {

    @EmbeddedId
    private Key key;

    @Column(name = "quantity")
    private int quantity;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    OrderListLineRow() {}

    OrderListLineRow(UUID orderId, UUID lineId, int quantity) {
        this.key = new Key(orderId, lineId);
        this.quantity = quantity;
    }

    int quantity() {
        return quantity;
    }

    /** Sets the quantity and tells by how much it grew. */
    int changeQuantity(int newQuantity) {
        int delta = newQuantity - quantity;
        quantity = newQuantity;
        return delta;
    }

    @Embeddable
    record Key(@Column(name = "order_id") UUID orderId, @Column(name = "line_id") UUID lineId)
            implements Serializable {}
}
