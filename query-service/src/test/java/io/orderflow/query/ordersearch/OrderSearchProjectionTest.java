package io.orderflow.query.ordersearch;

import static io.orderflow.query.platform.projection.EventFeed.START;
import static io.orderflow.query.platform.projection.Sample.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.event.ItemsShipped;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.order.event.OrderPlaced;
import io.orderflow.api.order.event.ShippingAddressChanged;
import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.FindOrdersByText;
import io.orderflow.api.order.query.OrderPage;
import io.orderflow.api.order.query.OrderSort;
import io.orderflow.api.order.query.OrderSummary;
import io.orderflow.query.platform.projection.ProjectionContract;
import io.orderflow.query.platform.projection.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class OrderSearchProjectionTest extends ProjectionContract {

    @Autowired
    private OrderSearchQueries queries;

    @Override
    protected Class<?> projection() {
        return OrderSearchProjection.class;
    }

    @Override
    protected List<Class<?>> followed() {
        return List.of(OrderEvent.class, CustomerEvent.class);
    }

    @Override
    protected List<Object> history() {
        // the payments are there for other read models
        List<Object> history = new ArrayList<>(Sample.history().stream()
                .filter(event -> event instanceof OrderEvent || event instanceof CustomerEvent)
                .toList());
        // words and a line that go and come back, in the same batch when the history is one
        history.addAll(List.of(
                opened(id(7)),
                removed(id(7), SECOND_LINE, "7.50"),
                added(id(7), line(SECOND_LINE, "B-2", 1, "0.333333"), "7.83"),
                new ShippingAddressChanged(id(7), WORK),
                new ShippingAddressChanged(id(7), HOME),
                new CustomerRenamed(ADA, "Ada King"),
                new CustomerRenamed(ADA, "Ada")));
        return history;
    }

    @Test
    void shows_what_the_list_shows() {
        feed.publish(new CustomerRegistered(ADA, "Ada", "ada@example.org"), opened(id(1)));
        Instant recorded = START.plusSeconds(1);
        assertThat(find("ada"))
                .isEqualTo(new OrderPage(
                        List.of(new OrderSummary(
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
                                0)),
                        1,
                        1,
                        100,
                        1));
    }

    @Test
    void follows_every_step_of_an_order_like_the_list() {
        List<Object> history = Sample.history();
        history.forEach(feed::publish);
        assertThat(ids("product", OrderStatus.DELIVERED)).containsExactly(id(1));
        assertThat(ids("product", OrderStatus.REJECTED)).containsExactly(id(3), id(2));
        assertThat(ids("product", OrderStatus.PLACED)).containsExactly(id(4));
        assertThat(ids("product", OrderStatus.CANCELLED)).containsExactly(id(6), id(5));
        assertThat(rows().get("order_search"))
                .map(OrderSearchProjectionTest::withoutWords)
                .isEqualTo(rows().get("order_list").stream()
                        .map(OrderSearchProjectionTest::withoutWords)
                        .toList());
    }

    /** The columns that the two read models have in common. */
    private static String withoutWords(String row) {
        return row.replaceAll(", (store_position=\\d+|city=.*)(?=[,}])", "").replace("}", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01900000-0000-7000-8000-000000000001",
                "01900000000070008000000000000001",
                "01900000-0000-7000-8000-0000000000",
                "Zoë Ångström",
                "zoe angs",
                "ANGSTROM",
                "a\u030Angstro\u0308m",
                "TSHIRT-RED",
                "tshirtredm",
                "red-m",
                "Größe",
                "grosse",
                "Straßenschuh",
                "1z 999",
                "JD-014",
                "jd0146",
                "Bad Säckingen",
                "sack",
                "zoe tshirt-red grosse jd014 sackingen 0190"
            })
    void finds_an_order_by_the_beginning_of_any_word_of_any_field(String text) {
        feed.publish(new CustomerRegistered(ADA, "Zoë Ångström", "zoe@example.org"));
        Address address = new Address("Recipient", "Street 1", "79713", "Bad Säckingen", null, "DE");
        List<OrderLine> lines = List.of(
                new OrderLine(FIRST_LINE, "TSHIRT-RED-M", "T-Shirt, rot (Größe M)", 1, eur("1.00")),
                new OrderLine(SECOND_LINE, "SCH/1", "Straßenschuh", 1, eur("1.00")));
        OrderCreated order = new OrderCreated(id(1), ADA, "EUR", lines, eur("2.00"), address, ORDERED, null);
        feed.publish(order, placed(order), tracked(id(1), 1, "1Z 999 AA1"), tracked(id(1), 2, "JD-0146"));
        feed.publish(created(id(0xF000), BOB, ORDERED));
        assertThat(ids(text)).as("found by %s", text).containsExactly(id(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hirt", // no beginning
                "product berlin lane", // neither the street
                "product recipient", // nor the recipient
                "product 12345", // nor the postal code
                "product de", // nor the country
                "product dhl", // nor the carrier
                "product ada@example.org", // nor the mail address
                "product eur",
                "product pending",
                "ada bob",
                "01900000-0000-7000-8000-000000000002"
            })
    void does_not_find_what_has_only_some_of_the_words_or_has_them_in_other_fields(String text) {
        feed.publish(new CustomerRegistered(ADA, "Ada", "ada@example.org"), opened(id(1)));
        assertThat(ids(text)).isEmpty();
    }

    @Test
    void edits_before_the_placement_change_what_an_order_is_found_by() {
        feed.publish(opened(id(1)), added(id(1), line(THIRD_LINE, "A-1", 2, "5.00"), "17.83"));
        assertThat(ids("a1")).containsExactly(id(1));
        feed.publish(removed(id(1), FIRST_LINE, "10.33"));
        assertThat(ids("a1")).as("another line has it").containsExactly(id(1));
        feed.publish(removed(id(1), THIRD_LINE, "0.33"));
        assertThat(ids("a1")).isEmpty();
        assertThat(ids("product b-2 berlin")).containsExactly(id(1));
        feed.publish(new ShippingAddressChanged(id(1), WORK));
        assertThat(ids("berlin")).isEmpty();
        assertThat(ids("reno")).containsExactly(id(1));
        feed.publish(quantity(id(1), SECOND_LINE, 7, "2.33"));
        assertThat(find("b2").items()).singleElement().satisfies(order -> {
            assertThat(order.lineCount()).isEqualTo(1);
            assertThat(order.itemCount()).isEqualTo(7);
        });
        List<OrderLine> lines = List.of(line(SECOND_LINE, "B-2", 7, "0.333333"));
        feed.publish(new OrderPlaced(id(1), ADA, lines, eur("2.33"), "tok_approve"));
        assertThat(rows().get("order_search_line")).isEmpty();
        assertThat(ids("reno b-2")).containsExactly(id(1));
    }

    @Test
    void a_word_of_the_old_city_stays_if_something_else_has_it() {
        feed.publish(opened(id(1)), added(id(1), new OrderLine(THIRD_LINE, "X", "Berlin map", 1, eur("1.00")), "8.83"));
        feed.publish(new ShippingAddressChanged(id(1), WORK));
        assertThat(ids("berlin")).containsExactly(id(1));
        feed.publish(new ShippingAddressChanged(id(1), HOME), removed(id(1), THIRD_LINE, "7.83"));
        assertThat(ids("berlin")).containsExactly(id(1));
        feed.publish(new OrderCancelled(id(1), "enough"));
        assertThat(ids("berlin")).containsExactly(id(1));
        assertThat(rows().get("order_search_line")).isEmpty();
    }

    @Test
    void a_new_name_counts_for_all_orders_and_the_old_one_for_none() {
        feed.publish(created(id(1), ADA, ORDERED));
        assertThat(ids("lovelace")).isEmpty();
        feed.publish(new CustomerRegistered(ADA, "Ada Lovelace", "ada@example.org"));
        feed.publish(created(id(2), ADA, ORDERED));
        assertThat(ids("lovelace product")).containsExactly(id(2), id(1));
        List<String> orders = rows().get("order_search_token");
        feed.publish(new CustomerRenamed(ADA, "Ada King"));
        assertThat(ids("lovelace")).isEmpty();
        assertThat(ids("lovelace product")).isEmpty();
        assertThat(ids("ada king")).containsExactly(id(2), id(1));
        assertThat(find("king").items()).extracting(OrderSummary::customerName).containsOnly("Ada King");
        assertThat(rows().get("order_search_token")).as("no order is touched").isEqualTo(orders);
    }

    @Test
    void nothing_is_left_of_the_name_of_an_erased_customer() {
        feed.publish(new CustomerRegistered(ADA, "Ada Lovelace", "ada@example.org"), opened(id(1)));
        feed.publish(new CustomerErased(ADA));
        assertThat(ids("ada")).isEmpty();
        assertThat(find("product").items())
                .extracting(OrderSummary::customerName)
                .containsOnlyNulls();
        rows().forEach((table, rows) -> {
            if (table.startsWith("order_search")) {
                assertThat(String.join("", rows)).as(table).doesNotContainIgnoringCase("lovelace");
            }
        });
    }

    @Test
    void words_filters_and_sorts_hold_together() {
        feed.publish(new CustomerRegistered(ADA, "Ada", "ada@example.org"));
        OrderCreated placed = created(id(2), BOB, ORDERED.plusSeconds(60), 30);
        feed.publish(created(id(1), ADA, ORDERED, 20), placed, placed(placed), created(id(3), ADA, ORDERED, 10));
        assertThat(ids(page("a1", Set.of(), null, null, null, OrderSort.NEWEST_FIRST, 1)))
                .containsExactly(id(2), id(3), id(1));
        assertThat(ids(page("a1", Set.of(), null, null, null, OrderSort.SMALLEST_FIRST, 1)))
                .containsExactly(id(3), id(1), id(2));
        assertThat(ids(page("a1", Set.of(), null, null, null, OrderSort.CHANGED_FIRST_FIRST, 1)))
                .containsExactly(id(1), id(2), id(3));
        assertThat(ids(page("a1", Set.of(OrderStatus.PLACED), null, null, null, OrderSort.NEWEST_FIRST, 1)))
                .containsExactly(id(2));
        assertThat(ids(page("a1 ada", Set.of(OrderStatus.PLACED), null, null, null, OrderSort.NEWEST_FIRST, 1)))
                .isEmpty();
        assertThat(ids(page("berlin", Set.of(), ADA, null, null, OrderSort.LARGEST_FIRST, 1)))
                .containsExactly(id(1), id(3));
        Instant later = ORDERED.plusSeconds(1);
        assertThat(ids(page("a1", Set.of(), null, later, null, OrderSort.OLDEST_FIRST, 1)))
                .containsExactly(id(2));
        assertThat(ids(page("a1", Set.of(), null, null, later, OrderSort.OLDEST_FIRST, 1)))
                .containsExactly(id(1), id(3));
    }

    @Test
    void pages_without_losing_or_repeating_an_order() {
        for (int number = 1; number <= 5; number++) {
            feed.publish(created(id(number), ADA, ORDERED));
        }
        assertThat(second("a1", 1).total()).isEqualTo(5);
        assertThat(second("a1", 1).totalPages()).isEqualTo(3);
        assertThat(ids(second("a1", 1))).containsExactly(id(5), id(4));
        assertThat(ids(second("a1", 2))).containsExactly(id(3), id(2));
        assertThat(ids(second("a1", 3))).containsExactly(id(1));
        assertThat(second("a1", 4)).isEqualTo(new OrderPage(List.of(), 5, 4, 2, 3));
        assertThat(second("a1", Integer.MAX_VALUE).total()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "a%", "'", "\\", "a' or 'a'='a", "a\"; drop table order_search; --", "\u0000"})
    void signs_that_mean_something_to_a_database_mean_nothing_here(String text) {
        feed.publish(created(id(1), ADA, ORDERED), created(id(2), ADA, ORDERED));
        assertThat(find(text).total()).isIn(0L, 2L);
        assertThat(ids("a1")).hasSize(2);
    }

    private static ItemsShipped tracked(UUID orderId, int shipment, String number) {
        ItemsShipped shipped = shipped(orderId, shipment, FIRST_LINE, 1, false);
        return new ItemsShipped(
                orderId,
                shipped.shipmentId(),
                shipped.items(),
                shipped.amount(),
                shipped.carrier(),
                number,
                shipped.shippedAt(),
                false);
    }

    private List<UUID> ids(String text, OrderStatus... statuses) {
        return ids(page(text, Set.of(statuses), null, null, null, OrderSort.NEWEST_FIRST, 1));
    }

    private OrderPage find(String text) {
        return page(text, Set.of(), null, null, null, OrderSort.NEWEST_FIRST, 1);
    }

    private OrderPage second(String text, int page) {
        return queries.handle(new FindOrdersByText(
                text, new FindOrders(Set.of(), null, null, null, OrderSort.NEWEST_FIRST, page, 2)));
    }

    private OrderPage page(
            String text,
            Set<OrderStatus> statuses,
            @Nullable UUID customer,
            @Nullable Instant from,
            @Nullable Instant to,
            OrderSort sort,
            int page) {
        return queries.handle(
                new FindOrdersByText(text, new FindOrders(statuses, customer, from, to, sort, page, 100)));
    }

    private static List<UUID> ids(OrderPage page) {
        return page.items().stream().map(OrderSummary::orderId).toList();
    }
}
