package io.orderflow.query.customers;

import static io.orderflow.query.platform.projection.Columns.instant;
import static io.orderflow.query.platform.projection.Columns.later;

import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.query.CustomerView;
import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One customer. */
@Entity
@Table(name = "customer")
class CustomerRow {

    @Id
    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "version")
    private long version = StreamVersion.NONE;

    @Column(name = "name")
    private @Nullable String name;

    @Column(name = "email")
    private @Nullable String email;

    @Column(name = "erased")
    private boolean erased;

    @Column(name = "registered_at")
    private Instant registeredAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    CustomerRow() {}

    CustomerRow(CustomerRegistered event, Instant at) {
        customerId = event.customerId();
        name = event.name();
        email = event.email();
        registeredAt = instant(at);
        updatedAt = registeredAt;
    }

    long version() {
        return version;
    }

    void took(long sequence, Instant at) {
        version = sequence;
        updatedAt = later(updatedAt, instant(at));
    }

    void rename(String newName) {
        name = newName;
    }

    void erase() {
        name = null;
        email = null;
        erased = true;
    }

    CustomerView view(Map<OrderStatus, Long> orders, List<Money> lifetimeValue, @Nullable Instant lastOrderedAt) {
        return new CustomerView(
                customerId,
                name,
                email,
                erased,
                orders,
                lifetimeValue,
                lastOrderedAt,
                registeredAt,
                updatedAt,
                version);
    }
}
