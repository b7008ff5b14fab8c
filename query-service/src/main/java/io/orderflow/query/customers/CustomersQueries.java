package io.orderflow.query.customers;

import io.orderflow.api.customer.query.CustomerView;
import io.orderflow.api.customer.query.FindCustomer;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions about customers. */
@Component
class CustomersQueries {

    private final EntityManager entities;

    CustomersQueries(EntityManager entities) {
        this.entities = entities;
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public Optional<CustomerView> handle(FindCustomer query) {
        return Optional.ofNullable(entities.find(CustomerRow.class, query.customerId()))
                .map(CustomerRow::view);
    }
}
