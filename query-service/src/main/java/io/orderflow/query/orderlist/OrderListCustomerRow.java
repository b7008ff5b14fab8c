package io.orderflow.query.orderlist;

import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's present name. Joined when a list is read instead of being copied into every order: a new name is one
 * update however many orders there are, and it does not matter which of order and customer is projected first, as they
 * may be in different segments.
 */
@Entity
@Table(name = "order_list_customer")
class OrderListCustomerRow {

    @Id
    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "version")
    private long version = StreamVersion.NONE;

    @Column(name = "name")
    private @Nullable String name;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    OrderListCustomerRow() {}

    OrderListCustomerRow(UUID customerId) {
        this.customerId = customerId;
    }

    @Nullable
    String name() {
        return name;
    }

    long version() {
        return version;
    }

    void take(long sequence, @Nullable String newName) {
        version = sequence;
        name = newName;
    }
}
