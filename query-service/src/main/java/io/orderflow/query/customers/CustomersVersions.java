package io.orderflow.query.customers;

import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.query.platform.freshness.HeldVersions;
import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which version of a customer is shown. */
@Component
class CustomersVersions implements HeldVersions {

    private static final String VERSION = "select r.version from CustomerRow r where r.customerId = :id";

    private final EntityManager entities;

    CustomersVersions(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String group() {
        return "customers";
    }

    @Override
    public String streamOf(String id) {
        return CustomerEvent.streamOf(UUID.fromString(id));
    }

    @Override
    @Transactional(readOnly = true)
    public long heldOf(String id) {
        return entities.createQuery(VERSION, Long.class)
                .setParameter("id", UUID.fromString(id))
                .getResultStream()
                .findFirst()
                .orElse(StreamVersion.NONE);
    }
}
