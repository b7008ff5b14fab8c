package io.orderflow.query.customers;

import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.reconciliation.RowsOfStreams;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the customers hold of a customer, and of an order. */
@Component
class CustomersHeldRows extends RowsOfStreams {

    CustomersHeldRows(EntityManager entities) {
        super(
                entities,
                "customers",
                new Kind<>(
                        UUID::fromString,
                        CustomerEvent::streamOf,
                        List.of("delete from CustomerRow r where r.customerId = :id")),
                new Kind<>(
                        UUID::fromString,
                        OrderEvent::streamOf,
                        List.of("delete from CustomerOrderRow r where r.orderId = :id")));
    }
}
