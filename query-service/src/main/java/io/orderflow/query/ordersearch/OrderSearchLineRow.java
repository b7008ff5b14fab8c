package io.orderflow.query.ordersearch;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What one line adds to an order that can still be edited. */
@Entity
@Table(name = "order_search_line")
class OrderSearchLineRow {

    @EmbeddedId
    private Key key;

    @Column(name = "quantity")
    private int quantity;

    @Column(name = "words")
    private String words;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    OrderSearchLineRow() {}

    OrderSearchLineRow(UUID orderId, UUID lineId, int quantity, Collection<String> words) {
        this.key = new Key(orderId, lineId);
        this.quantity = quantity;
        this.words = SearchWords.text(words);
    }

    int quantity() {
        return quantity;
    }

    List<String> words() {
        return SearchWords.words(words);
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
