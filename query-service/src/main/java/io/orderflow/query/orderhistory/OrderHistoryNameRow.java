package io.orderflow.query.orderhistory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer was called for a while. Joined when an order is read, like the present name elsewhere, so that erasing a
 * customer takes the name out of everything that was and no order needs to be touched.
 */
@Entity
@Table(name = "order_history_name")
class OrderHistoryNameRow {

    @EmbeddedId
    private Key key;

    @Column(name = "name")
    private String name;

    @Column(name = "named_from")
    private Instant from;

    /** Exclusive; null for the present name. */
    @Column(name = "named_until")
    private @Nullable Instant until;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    OrderHistoryNameRow() {}

    OrderHistoryNameRow(UUID customerId, long version, String name, Instant from) {
        this.key = new Key(customerId, version);
        this.name = name;
        this.from = from;
    }

    String name() {
        return name;
    }

    /** Whether it was the customer's name at a time; null for now. */
    boolean isAt(@Nullable Instant at) {
        return at == null ? until == null : !from.isAfter(at) && (until == null || until.isAfter(at));
    }

    Instant from() {
        return from;
    }

    void end(Instant at) {
        until = at;
    }

    @Embeddable
    record Key(@Column(name = "customer_id") UUID customerId, @Column(name = "version") long version)
            implements Serializable {}
}
