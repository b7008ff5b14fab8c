package io.orderflow.query.customers;

import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.query.platform.freshness.RowVersions;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which version of a customer is shown. */
@Component
class CustomersVersions extends RowVersions<UUID> {

    CustomersVersions(EntityManager entities) {
        super(
                entities,
                "customers",
                "select r.version from CustomerRow r where r.customerId = :id",
                UUID::fromString,
                CustomerEvent::streamOf);
    }
}
