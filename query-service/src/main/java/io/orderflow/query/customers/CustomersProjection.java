package io.orderflow.query.customers;

import static io.orderflow.query.platform.projection.StreamVersion.isNext;

import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.query.platform.projection.EventsMissing;
import io.orderflow.query.platform.projection.StreamVersion;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** Writes the customers. Follows their streams. */
@Component
@ProcessingGroup("customers")
class CustomersProjection {

    private final EntityManager entities;

    CustomersProjection(EntityManager entities) {
        this.entities = entities;
    }

    @EventHandler
    void on(CustomerRegistered event, @SequenceNumber long sequence, @Timestamp Instant at) {
        CustomerRow known = entities.find(CustomerRow.class, event.customerId());
        long held = known == null ? StreamVersion.NONE : known.version();
        if (isNext(CustomerEvent.streamOf(event.customerId()), held, sequence)) {
            CustomerRow customer = new CustomerRow(event, at);
            customer.took(sequence, at);
            entities.persist(customer);
        }
    }

    @EventHandler
    void on(CustomerRenamed event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, customer -> customer.rename(event.name()));
    }

    @EventHandler
    void on(CustomerErased event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, CustomerRow::erase);
    }

    private void change(CustomerEvent event, long sequence, Instant at, Consumer<CustomerRow> change) {
        String stream = CustomerEvent.streamOf(event.customerId());
        CustomerRow customer = entities.find(CustomerRow.class, event.customerId());
        if (customer == null) {
            throw new EventsMissing(stream, StreamVersion.NONE, sequence);
        }
        if (isNext(stream, customer.version(), sequence)) {
            change.accept(customer);
            customer.took(sequence, at);
        }
    }
}
