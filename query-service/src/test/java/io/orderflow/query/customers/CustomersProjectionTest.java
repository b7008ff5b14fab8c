package io.orderflow.query.customers;

import static io.orderflow.query.platform.projection.EventFeed.START;
import static io.orderflow.query.platform.projection.Sample.ADA;
import static io.orderflow.query.platform.projection.Sample.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.customer.query.CustomerView;
import io.orderflow.api.customer.query.FindCustomer;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.query.platform.projection.ProjectionContract;
import io.orderflow.query.platform.projection.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CustomersProjectionTest extends ProjectionContract {

    @Autowired
    private CustomersQueries queries;

    @Override
    protected Class<?> projection() {
        return CustomersProjection.class;
    }

    @Override
    protected List<Class<?>> followed() {
        return List.of(CustomerEvent.class);
    }

    @Override
    protected List<Object> history() {
        return List.of(
                new CustomerRegistered(ADA, "Ada", "ada@example.org"),
                new CustomerRegistered(BOB, "Bob", "bob@example.org"),
                new CustomerRenamed(ADA, "Ada King"),
                new CustomerErased(BOB),
                new CustomerRenamed(ADA, "Ada Lovelace"));
    }

    @Test
    void shows_the_present_name() {
        history().forEach(feed::publish);
        assertThat(queries.handle(new FindCustomer(ADA)))
                .contains(new CustomerView(
                        ADA,
                        "Ada Lovelace",
                        "ada@example.org",
                        false,
                        Map.of(),
                        List.of(),
                        null,
                        START,
                        START.plusSeconds(4),
                        2));
    }

    @Test
    void sums_up_what_a_customer_has_ordered() {
        Sample.history().forEach(feed::publish);

        CustomerView ada = queries.handle(new FindCustomer(ADA)).orElseThrow();
        assertThat(ada.orders())
                .isEqualTo(Map.of(OrderStatus.PLACED, 1L, OrderStatus.DELIVERED, 1L, OrderStatus.CANCELLED, 1L));
        assertThat(ada.lifetimeValue()).containsExactly(Sample.eur("10.00"));
        assertThat(ada.lastOrderedAt()).isEqualTo(Sample.ORDERED);
        CustomerView bob = queries.handle(new FindCustomer(BOB)).orElseThrow();
        assertThat(bob.orders()).isEqualTo(Map.of(OrderStatus.REJECTED, 2L, OrderStatus.CANCELLED, 1L));
        assertThat(bob.lifetimeValue()).isEmpty();
        assertThat(bob.lastOrderedAt()).isEqualTo(Sample.ORDERED.plusSeconds(180));
    }

    @Test
    void keeps_nothing_personal_of_an_erased_customer() {
        history().forEach(feed::publish);
        assertThat(queries.handle(new FindCustomer(BOB)))
                .contains(new CustomerView(
                        BOB,
                        null,
                        null,
                        true,
                        Map.of(),
                        List.of(),
                        null,
                        START.plusSeconds(1),
                        START.plusSeconds(3),
                        1));
        assertThat(rows().toString()).doesNotContain("Bob").doesNotContain("bob@example.org");
    }

    @Test
    void shows_nothing_of_a_customer_nobody_registered() {
        assertThat(queries.handle(new FindCustomer(ADA))).isEmpty();
    }
}
