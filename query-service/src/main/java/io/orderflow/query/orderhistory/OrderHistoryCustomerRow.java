package io.orderflow.query.orderhistory;

import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** How far a customer's stream has been read for the names; it holds none itself. */
@Entity
@Table(name = "order_history_customer")
class OrderHistoryCustomerRow {

    @Id
    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "version")
    private long version = StreamVersion.NONE;

    /** The event that gave the present name. */
    @Column(name = "name_version")
    private long nameVersion = StreamVersion.NONE;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    OrderHistoryCustomerRow() {}

    OrderHistoryCustomerRow(UUID customerId) {
        this.customerId = customerId;
    }

    long version() {
        return version;
    }

    void took(long sequence) {
        version = sequence;
    }

    long nameVersion() {
        return nameVersion;
    }

    void named(long sequence) {
        nameVersion = sequence;
    }
}
