package io.orderflow.query.ordersearch;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/** A word of a customer's present name. */
@Entity
@Table(name = "order_search_customer_token")
class OrderSearchCustomerTokenRow {

    @EmbeddedId
    private Key key;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    OrderSearchCustomerTokenRow() {}

    OrderSearchCustomerTokenRow(Key key) {
        this.key = key;
    }

    @Embeddable
    record Key(@Column(name = "token") byte[] token, @Column(name = "customer_id") UUID customerId)
            implements Serializable {

        static Key of(String word, UUID customerId) {
            return new Key(SearchWords.bytes(word), customerId);
        }

        // a record would compare the arrays by identity
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(token, key.token) && customerId.equals(key.customerId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(Arrays.hashCode(token), customerId);
        }
    }
}
