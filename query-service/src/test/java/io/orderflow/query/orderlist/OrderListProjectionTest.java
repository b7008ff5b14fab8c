package io.orderflow.query.orderlist;

import static io.orderflow.query.platform.projection.EventFeed.START;
import static io.orderflow.query.platform.projection.Sample.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.order.event.OrderExpired;
import io.orderflow.api.order.event.OrderPlaced;
import io.orderflow.api.order.event.ShippingAddressChanged;
import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.OrderPage;
import io.orderflow.api.order.query.OrderSort;
import io.orderflow.api.order.query.OrderSummary;
import io.orderflow.query.platform.projection.ProjectionContract;
import io.orderflow.query.platform.projection.Sample;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class OrderListProjectionTest extends ProjectionContract {

    @Autowired
    private OrderListQueries queries;

    @Autowired
    private OrderCounts counts;

    @Autowired
    private EntityManager entities;

    @Autowired
    private TransactionTemplate transaction;

    @Override
    protected Class<?> projection() {
        return OrderListProjection.class;
    }

    @Override
    protected List<Class<?>> followed() {
        return List.of(OrderEvent.class, CustomerEvent.class);
    }

    @Override
    protected List<Object> history() {
        // the payments are there for other read models
        return Sample.history().stream()
                .filter(event -> event instanceof OrderEvent || event instanceof CustomerEvent)
                .toList();
    }

    @Test
    void shows_an_opened_order_as_a_row() {
        feed.publish(new CustomerRegistered(ADA, "Ada", "ada@example.org"), opened(id(1)));
        Instant recorded = START.plusSeconds(1);
        assertThat(only())
                .isEqualTo(new OrderSummary(
                        id(1),
                        ADA,
                        "Ada",
                        OrderStatus.PENDING,
                        eur("7.83"),
                        4,
                        2,
                        ORDERED,
                        recorded,
                        null,
                        recorded,
                        0));
    }

    @Test
    void counts_lines_and_units_through_edits() {
        feed.publish(
                opened(id(1)),
                added(id(1), line(THIRD_LINE, "C-3", 2, "5.00"), "17.83"),
                quantity(id(1), FIRST_LINE, 7, "27.83"),
                removed(id(1), SECOND_LINE, "27.50"),
                new ShippingAddressChanged(id(1), WORK));
        assertThat(only().lineCount()).isEqualTo(2);
        assertThat(only().itemCount()).isEqualTo(9);
        assertThat(only().total()).isEqualTo(eur("27.50"));
        assertThat(only().version()).isEqualTo(4);
    }

    @Test
    void keeps_lines_only_while_they_can_be_edited() {
        OrderCreated placedAtOnce = created(id(1), ADA, ORDERED);
        feed.publish(placedAtOnce, placed(placedAtOnce), opened(id(2)), opened(id(3)), opened(id(4)));
        assertThat(rows().get("order_list_line")).hasSize(6);
        feed.publish(new OrderPlaced(id(2), ADA, opened(id(2)).lines(), eur("7.83"), "tok_approve"));
        feed.publish(new OrderExpired(id(3)));
        assertThat(rows().get("order_list_line")).hasSize(2).allMatch(row -> row.contains(id(4).toString()));
    }

    @Test
    void shows_the_latest_shipment() {
        OrderCreated created = created(id(1), ADA, ORDERED);
        feed.publish(created, placed(created), shipped(id(1), 2, FIRST_LINE, 4, false));
        assertThat(only().status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
        feed.publish(shipped(id(1), 1, FIRST_LINE, 6, true));
        assertThat(only().status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(only().shippedAt()).isEqualTo(ORDERED.plusSeconds(7200));
    }

    @Test
    void shows_the_customers_present_name_whichever_comes_first() {
        feed.publish(opened(id(1)));
        assertThat(only().customerName()).isNull();
        feed.publish(new CustomerRegistered(ADA, "Ada", "ada@example.org"), new CustomerRenamed(ADA, "Ada King"));
        assertThat(only().customerName()).isEqualTo("Ada King");
        feed.publish(new CustomerErased(ADA));
        assertThat(only().customerName()).isNull();
    }

    @Test
    void filters_by_status_customer_and_time_together() {
        Sample.history().forEach(feed::publish);
        assertThat(ids(find(Set.of(), null, null, null))).hasSize(6);
        assertThat(ids(find(Set.of(OrderStatus.REJECTED), null, null, null))).containsExactly(id(3), id(2));
        assertThat(ids(find(Set.of(OrderStatus.REJECTED, OrderStatus.DELIVERED), null, null, null)))
                .containsExactly(id(3), id(2), id(1));
        assertThat(ids(find(Set.of(), BOB, null, null))).containsExactly(id(6), id(3), id(2));
        assertThat(ids(find(Set.of(OrderStatus.CANCELLED), BOB, null, null))).containsExactly(id(6));
        assertThat(ids(find(Set.of(), null, ORDERED.plusSeconds(60), ORDERED.plusSeconds(180))))
                .containsExactly(id(3), id(2));
        assertThat(ids(find(Set.of(), id(99), null, null))).isEmpty();
    }

    @Test
    void sorts_each_way_and_breaks_ties_by_id() {
        feed.publish(
                created(id(2), ADA, ORDERED, 100),
                created(id(1), ADA, ORDERED.plusSeconds(9), 20),
                created(id(3), ADA, ORDERED, 3));
        feed.publish(new ShippingAddressChanged(id(2), WORK));
        assertThat(sorted(OrderSort.NEWEST_FIRST)).containsExactly(id(1), id(3), id(2));
        assertThat(sorted(OrderSort.OLDEST_FIRST)).containsExactly(id(2), id(3), id(1));
        assertThat(sorted(OrderSort.CREATED_LAST_FIRST)).containsExactly(id(3), id(1), id(2));
        assertThat(sorted(OrderSort.CREATED_FIRST_FIRST)).containsExactly(id(2), id(1), id(3));
        assertThat(sorted(OrderSort.CHANGED_LAST_FIRST)).containsExactly(id(2), id(3), id(1));
        assertThat(sorted(OrderSort.CHANGED_FIRST_FIRST)).containsExactly(id(1), id(3), id(2));
        assertThat(sorted(OrderSort.LARGEST_FIRST)).containsExactly(id(2), id(1), id(3));
        assertThat(sorted(OrderSort.SMALLEST_FIRST)).containsExactly(id(3), id(1), id(2));
    }

    @Test
    void pages_without_losing_or_repeating_a_row() {
        for (int number = 1; number <= 5; number++) {
            feed.publish(created(id(number), ADA, ORDERED));
        }
        assertThat(page(1)).isEqualTo(new OrderPage(page(1).items(), 5, 1, 2, 3));
        assertThat(ids(page(1))).containsExactly(id(5), id(4));
        assertThat(ids(page(2))).containsExactly(id(3), id(2));
        assertThat(ids(page(3))).containsExactly(id(1));
        assertThat(page(3).total()).isEqualTo(5);
        assertThat(page(4)).isEqualTo(new OrderPage(List.of(), 5, 4, 2, 3));
        assertThat(page(Integer.MAX_VALUE).items()).isEmpty();
        assertThat(page(Integer.MAX_VALUE).total()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"PENDING, PLACED", "PLACED, PENDING"})
    void an_order_that_moves_on_while_a_list_of_several_states_is_read_is_in_it_once(
            OrderStatus first, OrderStatus second) {
        OrderCreated moving = created(id(3), ADA, ORDERED);
        feed.publish(created(id(1), ADA, ORDERED), created(id(2), ADA, ORDERED), moving);
        FindOrders query = new FindOrders(
                new LinkedHashSet<>(List.of(first, second)), null, null, null, OrderSort.NEWEST_FIRST, 1, 2);

        OrderPage page = transaction.execute(status ->
                new OrderListQueries(beforeSecondStatement(() -> feed.publish(placed(moving))), counts).handle(query));

        assertThat(ids(page)).containsExactly(id(3), id(2));
        assertThat(page.total()).isEqualTo(3);
        assertThat(rows().get("order_list")).anyMatch(row -> row.contains("PLACED"));
    }

    /** Something that another transaction does between the first statement and the second. */
    private EntityManager beforeSecondStatement(Runnable other) {
        AtomicInteger statements = new AtomicInteger();
        return (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("createQuery") && statements.incrementAndGet() == 2) {
                        CompletableFuture.runAsync(other).join();
                    }
                    return method.invoke(entities, arguments);
                });
    }

    private OrderSummary only() {
        List<OrderSummary> items = find(Set.of(), null, null, null).items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private OrderPage find(
            Set<OrderStatus> statuses, @Nullable UUID customer, @Nullable Instant from, @Nullable Instant to) {
        return queries.handle(new FindOrders(statuses, customer, from, to, OrderSort.NEWEST_FIRST, 1, 100));
    }

    private OrderPage page(int page) {
        return queries.handle(new FindOrders(Set.of(), null, null, null, OrderSort.NEWEST_FIRST, page, 2));
    }

    private List<UUID> sorted(OrderSort sort) {
        return ids(queries.handle(new FindOrders(Set.of(), null, null, null, sort, 1, 100)));
    }

    private static List<UUID> ids(OrderPage page) {
        return page.items().stream().map(OrderSummary::orderId).toList();
    }
}
