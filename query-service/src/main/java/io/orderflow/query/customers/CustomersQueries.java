package io.orderflow.query.customers;

import static io.orderflow.query.platform.projection.Columns.money;

import io.orderflow.api.customer.query.CustomerView;
import io.orderflow.api.customer.query.FindCustomer;
import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderStatus;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions about customers. */
@Component
class CustomersQueries {

    private static final String ORDERS =
            """
            select o.status, o.currency, count(o), sum(o.total), max(o.orderedAt) from CustomerOrderRow o
            where o.customerId = :customer group by o.status, o.currency""";

    private static final Set<OrderStatus> VALUABLE = EnumSet.of(
            OrderStatus.CONFIRMED, OrderStatus.PARTIALLY_SHIPPED, OrderStatus.SHIPPED, OrderStatus.DELIVERED);

    private final EntityManager entities;

    CustomersQueries(EntityManager entities) {
        this.entities = entities;
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public Optional<CustomerView> handle(FindCustomer query) {
        return Optional.ofNullable(entities.find(CustomerRow.class, query.customerId()))
                .map(customer -> view(customer, query.customerId()));
    }

    private CustomerView view(CustomerRow customer, UUID customerId) {
        Map<OrderStatus, Long> orders = new EnumMap<>(OrderStatus.class);
        Map<String, BigDecimal> value = new TreeMap<>();
        Instant last = null;
        List<Tuple> sums = entities.createQuery(ORDERS, Tuple.class)
                .setParameter("customer", customerId)
                .getResultList();
        for (Tuple sum : sums) {
            OrderStatus status = sum.get(0, OrderStatus.class);
            orders.merge(status, sum.get(2, Long.class), Long::sum);
            if (VALUABLE.contains(status)) {
                value.merge(sum.get(1, String.class), sum.get(3, BigDecimal.class), BigDecimal::add);
            }
            Instant newest = sum.get(4, Instant.class);
            last = last == null || newest.isAfter(last) ? newest : last;
        }
        List<Money> lifetimeValue = value.entrySet().stream()
                .map(sum -> money(sum.getValue(), sum.getKey()))
                .toList();
        return customer.view(orders, lifetimeValue, last);
    }
}
