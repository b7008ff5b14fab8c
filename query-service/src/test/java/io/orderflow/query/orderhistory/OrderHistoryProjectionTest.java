package io.orderflow.query.orderhistory;

import static io.orderflow.query.platform.projection.EventFeed.START;
import static io.orderflow.query.platform.projection.Sample.ADA;
import static io.orderflow.query.platform.projection.Sample.BOB;
import static io.orderflow.query.platform.projection.Sample.FIRST_LINE;
import static io.orderflow.query.platform.projection.Sample.HOME;
import static io.orderflow.query.platform.projection.Sample.ORDERED;
import static io.orderflow.query.platform.projection.Sample.SECOND_LINE;
import static io.orderflow.query.platform.projection.Sample.THIRD_LINE;
import static io.orderflow.query.platform.projection.Sample.WORK;
import static io.orderflow.query.platform.projection.Sample.added;
import static io.orderflow.query.platform.projection.Sample.authorised;
import static io.orderflow.query.platform.projection.Sample.captured;
import static io.orderflow.query.platform.projection.Sample.created;
import static io.orderflow.query.platform.projection.Sample.declined;
import static io.orderflow.query.platform.projection.Sample.eur;
import static io.orderflow.query.platform.projection.Sample.id;
import static io.orderflow.query.platform.projection.Sample.line;
import static io.orderflow.query.platform.projection.Sample.opened;
import static io.orderflow.query.platform.projection.Sample.placed;
import static io.orderflow.query.platform.projection.Sample.quantity;
import static io.orderflow.query.platform.projection.Sample.refunded;
import static io.orderflow.query.platform.projection.Sample.rejected;
import static io.orderflow.query.platform.projection.Sample.removed;
import static io.orderflow.query.platform.projection.Sample.requested;
import static io.orderflow.query.platform.projection.Sample.shipped;
import static io.orderflow.query.platform.projection.Sample.voided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.metadata.MetadataKeys;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.RejectionReason;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.event.OrderConfirmed;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderDelivered;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.order.event.OrderExpired;
import io.orderflow.api.order.event.ShippingAddressChanged;
import io.orderflow.api.order.query.FindOrderAsOf;
import io.orderflow.api.order.query.FindOrderAtVersion;
import io.orderflow.api.order.query.FindOrderHistory;
import io.orderflow.api.order.query.OrderAsOf;
import io.orderflow.api.order.query.OrderHistoryEntry;
import io.orderflow.api.order.query.OrderHistoryPage;
import io.orderflow.api.order.query.OrderView;
import io.orderflow.api.payment.event.PaymentEvent;
import io.orderflow.query.platform.projection.ProjectionContract;
import io.orderflow.query.platform.projection.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OrderHistoryProjectionTest extends ProjectionContract {

    private static final UUID ORDER = id(1);

    @Autowired
    private OrderHistoryQueries queries;

    @Override
    protected Class<?> projection() {
        return OrderHistoryProjection.class;
    }

    @Override
    protected List<Class<?>> followed() {
        return List.of(OrderEvent.class, PaymentEvent.class, CustomerEvent.class);
    }

    @Override
    protected List<Object> history() {
        return Sample.history();
    }

    @Test
    void tells_the_events_of_the_order_and_of_its_payment_as_they_were_recorded() {
        Sample.history().forEach(feed::publish);
        assertThat(history(ORDER).items())
                .extracting(OrderHistoryEntry::stream, OrderHistoryEntry::version, OrderHistoryEntry::type)
                .containsExactly(
                        tuple(OrderHistoryEntry.Stream.ORDER, 0L, "OrderCreated"),
                        tuple(OrderHistoryEntry.Stream.ORDER, 1L, "OrderPlaced"),
                        tuple(OrderHistoryEntry.Stream.PAYMENT, 0L, "PaymentAuthorisationRequested"),
                        tuple(OrderHistoryEntry.Stream.PAYMENT, 1L, "PaymentAuthorised"),
                        tuple(OrderHistoryEntry.Stream.ORDER, 2L, "OrderConfirmed"),
                        tuple(OrderHistoryEntry.Stream.ORDER, 3L, "ItemsShipped"),
                        tuple(OrderHistoryEntry.Stream.PAYMENT, 2L, "PaymentCaptured"),
                        tuple(OrderHistoryEntry.Stream.ORDER, 4L, "ItemsShipped"),
                        tuple(OrderHistoryEntry.Stream.PAYMENT, 3L, "PaymentCaptured"),
                        tuple(OrderHistoryEntry.Stream.ORDER, 5L, "OrderDelivered"),
                        tuple(OrderHistoryEntry.Stream.PAYMENT, 4L, "PaymentRefunded"));
        assertThat(history(ORDER).items().get(0).recordedAt()).isEqualTo(START.plusSeconds(1));
        assertThat(history(ORDER).items().get(10).recordedAt()).isEqualTo(START.plusSeconds(28));
    }

    @Test
    void tells_who_asked_and_why_and_the_channels_own_times() {
        feed.deliver(List.of(feed.number(List.of(created(ORDER, ADA, ORDERED)))
                .get(0)
                .andMetaData(Map.of(
                        MetadataKeys.USER_ID, "shop",
                        MetadataKeys.COMMAND_ID, "command-1",
                        MetadataKeys.CORRELATION_ID, "correlation-1",
                        MetadataKeys.CAUSATION_ID, "causation-1"))));
        feed.publish(placed(created(ORDER, ADA, ORDERED)), shipped(ORDER, 1, FIRST_LINE, 4, false));
        List<OrderHistoryEntry> entries = history(ORDER).items();
        assertThat(entries.get(0))
                .isEqualTo(new OrderHistoryEntry(
                        OrderHistoryEntry.Stream.ORDER,
                        0,
                        "OrderCreated",
                        START,
                        ORDERED,
                        "shop",
                        "command-1",
                        "correlation-1",
                        "causation-1",
                        "Order over 10.00 EUR opened: 10 x Product A-1",
                        null));
        assertThat(entries.get(1).businessTime()).isNull();
        assertThat(entries.get(1).userId()).isNull();
        assertThat(entries.get(2).businessTime()).isEqualTo(ORDERED.plusSeconds(3600));
    }

    @Test
    void says_in_words_what_each_edit_changed() {
        feed.publish(
                opened(ORDER),
                added(ORDER, line(THIRD_LINE, "C-3", 2, "5"), "17.83"),
                quantity(ORDER, FIRST_LINE, 7, "27.83"),
                removed(ORDER, SECOND_LINE, "27.5"),
                new ShippingAddressChanged(ORDER, WORK),
                new ShippingAddressChanged(ORDER, new Address("Bob", "Mall 2", "90210", "Reno", "Nevada", "US")),
                new ShippingAddressChanged(ORDER, HOME),
                new OrderExpired(ORDER));
        assertThat(summaries())
                .containsExactly(
                        "Order over 7.83 EUR opened: 3 x Product A-1, 1 x Product B-2",
                        "2 x Product C-3 at 5.00 EUR added; the total is 17.83 EUR",
                        "Quantity of Product A-1 changed from 3 to 7; the total is 27.83 EUR",
                        "1 x Product B-2 removed; the total is 27.50 EUR",
                        "Ships to Mall 2, 90210 Reno, Nevada, US now",
                        "Recipient changed",
                        "Ships to Lane 1, 12345 Berlin, DE now",
                        "Order cancelled, because it was not placed in time");
    }

    @Test
    void says_in_words_how_an_order_was_fulfilled() {
        OrderCreated created = created(ORDER, ADA, ORDERED);
        feed.publish(created, placed(created), requested(ORDER, "10.00"), authorised(ORDER, "10.00"));
        feed.publish(new OrderConfirmed(ORDER), shipped(ORDER, 1, FIRST_LINE, 4, false));
        feed.publish(captured(ORDER, "4.00", "4.00", false), shipped(ORDER, 2, FIRST_LINE, 6, true));
        feed.publish(captured(ORDER, "6.00", "10.00", true), new OrderDelivered(ORDER), refunded(ORDER, "2.50"));
        assertThat(summaries())
                .containsExactly(
                        "Order over 10.00 EUR opened: 10 x Product A-1",
                        "Order over 10.00 EUR placed",
                        "Payment of 10.00 EUR requested",
                        "Payment of 10.00 EUR authorised",
                        "Order confirmed: stock is reserved and the payment authorised",
                        "4 x Product A-1 shipped with DHL, tracking track-1",
                        "4.00 EUR taken, 4.00 EUR so far",
                        "6 x Product A-1 shipped with DHL, tracking track-2; nothing is left to ship",
                        "6.00 EUR taken, 10.00 EUR so far; that is all of it",
                        "Order delivered",
                        "2.50 EUR given back, 2.50 EUR so far");
    }

    @Test
    void says_in_words_why_an_order_ended() {
        feed.publish(opened(id(2)), rejected(id(2), RejectionReason.OUT_OF_STOCK, "A-1"));
        assertThat(lastSummary(id(2))).isEqualTo("Order rejected: A-1 is out of stock; Could not be fulfilled.");
        feed.publish(opened(id(3)), requested(id(3), "10.00"), declined(id(3)));
        assertThat(lastSummary(id(3))).isEqualTo("Payment declined: no funds");
        feed.publish(rejected(id(3), RejectionReason.PAYMENT_DECLINED, null));
        assertThat(lastSummary(id(3))).isEqualTo("Order rejected: the payment was declined; Could not be fulfilled.");
        feed.publish(opened(id(4)), requested(id(4), "10.00"), voided(id(4)));
        assertThat(lastSummary(id(4))).isEqualTo("Payment given up; nothing was taken");
        feed.publish(rejected(id(4), RejectionReason.PAYMENT_TIMED_OUT, null));
        assertThat(lastSummary(id(4))).isEqualTo("Order rejected: Could not be fulfilled.");
        feed.publish(opened(id(5)), new OrderCancelled(id(5), "changed my mind"));
        assertThat(lastSummary(id(5))).isEqualTo("Order cancelled: changed my mind");
    }

    @Test
    void names_the_first_of_many_lines() {
        List<OrderLine> lines = IntStream.range(0, 500)
                .mapToObj(number -> line(id(number), "S-" + number, 1, "1.00"))
                .toList();
        feed.publish(new OrderCreated(ORDER, ADA, "EUR", lines, eur("500.00"), HOME, ORDERED, null));
        assertThat(lastSummary(ORDER))
                .isEqualTo("Order over 500.00 EUR opened: 1 x Product S-0, 1 x Product S-1, 1 x Product S-2"
                        + " and 497 more");
        assertThat(order(0).lines()).hasSize(500);
    }

    @Test
    void gives_the_stored_payload_when_it_is_asked_for() {
        feed.publish(quantityAfterOpening());
        OrderHistoryEntry entry = queries.handle(new FindOrderHistory(ORDER, 2, 1, true))
                .orElseThrow()
                .items()
                .get(0);
        assertThat(entry.payload())
                .isEqualTo(Map.of(
                        "orderId", ORDER.toString(),
                        "lineId", FIRST_LINE.toString(),
                        "quantity", 7,
                        "total", Map.of("amount", "17.83", "currency", "EUR")));
        assertThat(lastEntry(ORDER).payload()).isNull();
    }

    @Test
    void pages_without_losing_or_repeating_an_event() {
        feed.publish(quantityAfterOpening());
        feed.publish(new ShippingAddressChanged(ORDER, WORK), requested(ORDER, "17.83"), voided(ORDER));
        assertThat(page(1, 2)).isEqualTo(new OrderHistoryPage(page(1, 2).items(), 5, 1, 2, 3));
        assertThat(types(page(1, 2))).containsExactly("OrderCreated", "ItemQuantityChanged");
        assertThat(types(page(2, 2))).containsExactly("ShippingAddressChanged", "PaymentAuthorisationRequested");
        assertThat(types(page(3, 2))).containsExactly("PaymentVoided");
        assertThat(page(4, 2)).isEqualTo(new OrderHistoryPage(List.of(), 5, 4, 2, 3));
        assertThat(page(Integer.MAX_VALUE, 100).items()).isEmpty();
        assertThat(page(Integer.MAX_VALUE, 1).total()).isEqualTo(5);
    }

    @Test
    void knows_nothing_of_an_order_that_nobody_opened() {
        assertThat(queries.handle(new FindOrderHistory(ORDER, 1, 20, false))).isEmpty();
        assertThat(queries.handle(new FindOrderAtVersion(ORDER, 0))).isEmpty();
        assertThat(queries.handle(new FindOrderAsOf(ORDER, START))).isEmpty();
    }

    @Test
    void shows_a_version_with_the_payment_and_the_name_up_to_the_next_version() {
        OrderCreated created = created(ORDER, ADA, ORDERED);
        feed.publish(created, placed(created), new CustomerRegistered(ADA, "Ada", "ada@example.org"));
        feed.publish(requested(ORDER, "10.00"), authorised(ORDER, "10.00"), new OrderConfirmed(ORDER));
        feed.publish(new CustomerRenamed(ADA, "Ada King"), new OrderCancelled(ORDER, "changed my mind"));
        feed.publish(voided(ORDER), new CustomerRenamed(ADA, "Ada Lovelace"));

        assertThat(order(0).customerName()).isNull();
        assertThat(order(1).customerName()).isEqualTo("Ada");
        assertThat(order(2).customerName()).isEqualTo("Ada King");
        assertThat(order(3).customerName()).isEqualTo("Ada Lovelace");
        assertThat(order(1).payment().status()).hasToString("AUTHORISED");
        assertThat(order(1).updatedAt()).isEqualTo(START.plusSeconds(4));
        assertThat(order(2).payment().status()).hasToString("AUTHORISED");
        assertThat(order(3).payment().status()).hasToString("VOIDED");
    }

    @Test
    void tells_the_latest_version_where_it_cannot_show_one() {
        feed.publish(quantityAfterOpening());
        OrderAsOf later = queries.handle(new FindOrderAtVersion(ORDER, 2)).orElseThrow();
        assertThat(later).isEqualTo(new OrderAsOf(null, START, 1));
        OrderAsOf earlier =
                queries.handle(new FindOrderAsOf(ORDER, START.minusMillis(1))).orElseThrow();
        assertThat(earlier).isEqualTo(new OrderAsOf(null, START, 1));
        assertThat(asOf(Instant.parse("9999-12-31T23:59:59.999999999Z")).version())
                .isEqualTo(1);
    }

    @Test
    void finer_times_than_a_database_keeps_do_not_reach_the_next_event() {
        feed.publish(quantityAfterOpening());
        assertThat(asOf(START.plusSeconds(1).minusNanos(1)).version()).isZero();
        assertThat(asOf(START.plusSeconds(1)).version()).isEqualTo(1);
    }

    @Test
    void an_event_recorded_by_a_clock_that_is_behind_does_not_come_before_the_one_before() {
        feed.publish(opened(ORDER));
        feed.deliver(List.of(
                at(START.plusSeconds(60), 1, new ShippingAddressChanged(ORDER, WORK)),
                at(START.plusSeconds(30), 2, new OrderCancelled(ORDER, "changed my mind"))));
        assertThat(asOf(START.plusSeconds(45)).version()).isZero();
        OrderView last = asOf(START.plusSeconds(60));
        assertThat(last.version()).isEqualTo(2);
        assertThat(last.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(last.updatedAt()).isEqualTo(START.plusSeconds(60));
        assertThat(order(2)).isEqualTo(last);
    }

    @Test
    void a_name_given_by_a_clock_that_is_behind_does_not_come_before_the_one_before() {
        feed.publish(opened(ORDER));
        feed.deliver(List.of(
                named(START.plusSeconds(60), 0, new CustomerRegistered(ADA, "Ada", "ada@example.org")),
                named(START.plusSeconds(30), 1, new CustomerRenamed(ADA, "Ada King"))));
        assertThat(asOf(START.plusSeconds(45)).customerName()).isNull();
        assertThat(asOf(START.plusSeconds(60)).customerName()).isEqualTo("Ada King");
        assertThat(order(0).customerName()).isEqualTo("Ada King");
    }

    @Test
    void forgets_every_name_of_an_erased_customer_and_no_other() {
        Sample.history().forEach(feed::publish);
        assertThat(rows().get("order_history_name"))
                .hasSize(2)
                .allMatch(row -> row.contains(ADA.toString()))
                .noneMatch(row -> row.contains(BOB.toString()));
        assertThat(rows().get("order_history_customer")).hasSize(2);
        OrderView beforeErasing = queries.handle(new FindOrderAsOf(id(6), START.plusSeconds(32)))
                .orElseThrow()
                .order();
        assertThat(beforeErasing.customerId()).isEqualTo(BOB);
        assertThat(beforeErasing.customerName()).isNull();

        feed.publish(new CustomerErased(ADA));
        assertThat(rows().get("order_history_name")).isEmpty();
    }

    @Test
    void keeps_no_name_beside_the_names() {
        feed.publish(new CustomerRegistered(ADA, "Augusta", "ada@example.org"));
        feed.publish(quantityAfterOpening());
        rows().forEach((table, rows) -> {
            if (table.startsWith("order_history") && !table.equals("order_history_name")) {
                assertThat(rows.toString()).as(table).doesNotContain("Augusta");
            }
        });
        assertThat(rows().get("order_history_event")).hasSize(2);
    }

    private static Object[] quantityAfterOpening() {
        return new Object[] {opened(ORDER), quantity(ORDER, FIRST_LINE, 7, "17.83")};
    }

    private static GenericDomainEventMessage<?> at(Instant time, long version, OrderEvent event) {
        return new GenericDomainEventMessage<>(
                "Order", OrderEvent.streamOf(ORDER), version, event, Map.of(), "at-" + version, time);
    }

    private static GenericDomainEventMessage<?> named(Instant time, long version, CustomerEvent event) {
        return new GenericDomainEventMessage<>(
                "Customer", CustomerEvent.streamOf(ADA), version, event, Map.of(), "named-" + version, time);
    }

    private OrderHistoryPage history(UUID order) {
        return queries.handle(new FindOrderHistory(order, 1, 100, false)).orElseThrow();
    }

    private OrderHistoryPage page(int page, int pageSize) {
        return queries.handle(new FindOrderHistory(ORDER, page, pageSize, false))
                .orElseThrow();
    }

    private static List<String> types(OrderHistoryPage page) {
        return page.items().stream().map(OrderHistoryEntry::type).toList();
    }

    private List<String> summaries() {
        return history(ORDER).items().stream().map(OrderHistoryEntry::summary).toList();
    }

    private OrderHistoryEntry lastEntry(UUID order) {
        List<OrderHistoryEntry> entries = history(order).items();
        return entries.get(entries.size() - 1);
    }

    private String lastSummary(UUID order) {
        return lastEntry(order).summary();
    }

    private OrderView order(long version) {
        return queries.handle(new FindOrderAtVersion(ORDER, version))
                .orElseThrow()
                .order();
    }

    private OrderView asOf(Instant at) {
        return queries.handle(new FindOrderAsOf(ORDER, at)).orElseThrow().order();
    }
}
