package io.orderflow.query.salesstatistics;

import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's present name. Looked up when sales by customer are read, so that a new name is one update. */
@Entity
@Table(name = "sales_statistics_customer")
class SalesCustomerRow {

    @Id
    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "version")
    private long version = StreamVersion.NONE;

    @Column(name = "name")
    private @Nullable String name;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    SalesCustomerRow() {}

    SalesCustomerRow(UUID customerId) {
        this.customerId = customerId;
    }

    long version() {
        return version;
    }

    @Nullable
    String name() {
        return name;
    }

    void take(long sequence, @Nullable String newName) {
        version = sequence;
        name = newName;
    }
}
