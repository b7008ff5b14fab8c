package io.orderflow.query.ordersearch;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/** A word of an order. Its key begins with the word, so that one range of it has every order with a word that begins so. */
@Entity
@Table(name = "order_search_token")
class OrderSearchTokenRow {

    @EmbeddedId
    private Key key;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    OrderSearchTokenRow() {}

    OrderSearchTokenRow(Key key) {
        this.key = key;
    }

    /** The time is in the key so that the orders with one word can be read newest first. */
    @Embeddable
    record Key(
            @Column(name = "token") byte[] token,
            @Column(name = "ordered_at") Instant orderedAt,
            @Column(name = "order_id") UUID orderId)
            implements Serializable {

        static Key of(String word, OrderSearchRow order) {
            return new Key(SearchWords.bytes(word), order.orderedAt(), order.orderId());
        }

        // a record would compare the arrays by identity
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Arrays.equals(token, key.token)
                    && orderedAt.equals(key.orderedAt)
                    && orderId.equals(key.orderId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(Arrays.hashCode(token), orderedAt, orderId);
        }
    }
}
