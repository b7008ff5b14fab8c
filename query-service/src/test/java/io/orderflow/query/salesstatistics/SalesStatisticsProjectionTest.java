package io.orderflow.query.salesstatistics;

import static io.orderflow.api.statistics.query.SalesBy.CITY;
import static io.orderflow.api.statistics.query.SalesBy.CUSTOMER;
import static io.orderflow.api.statistics.query.SalesBy.DAY;
import static io.orderflow.api.statistics.query.SalesBy.MONTH;
import static io.orderflow.api.statistics.query.SalesBy.PRODUCT;
import static io.orderflow.api.statistics.query.SalesBy.STATUS;
import static io.orderflow.api.statistics.query.SalesBy.WEEK;
import static io.orderflow.query.platform.projection.Sample.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.RejectionReason;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.event.OrderConfirmed;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderDelivered;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.order.event.OrderExpired;
import io.orderflow.api.order.event.OrderPlaced;
import io.orderflow.api.order.event.ShippingAddressChanged;
import io.orderflow.api.statistics.query.FindFulfilment;
import io.orderflow.api.statistics.query.FindSales;
import io.orderflow.api.statistics.query.FulfilmentFigures;
import io.orderflow.api.statistics.query.FulfilmentFigures.TimeToShip;
import io.orderflow.api.statistics.query.SalesBy;
import io.orderflow.api.statistics.query.SalesFigures;
import io.orderflow.api.statistics.query.SalesKey;
import io.orderflow.query.platform.projection.Parts;
import io.orderflow.query.platform.projection.ProjectionContract;
import io.orderflow.query.platform.projection.Sample;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

class SalesStatisticsProjectionTest extends ProjectionContract {

    private static final LocalDate DAY_OF_SAMPLE = LocalDate.of(2026, 2, 27);

    @Autowired
    private SalesQueries sales;

    @Autowired
    private FulfilmentQueries fulfilment;

    @Autowired
    private TransactionTemplate transaction;

    @Override
    protected Class<?> projection() {
        return SalesStatisticsProjection.class;
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
    void counts_an_order_from_when_it_is_placed() {
        feed.publish(opened(id(1)));
        assertThat(find(DAY)).isEmpty();
        assertThat(find(PRODUCT)).isEmpty();
        assertThat(find(CITY)).isEmpty();
        feed.publish(new OrderPlaced(id(1), ADA, opened(id(1)).lines(), eur("7.83"), "tok_approve"));
        assertThat(find(DAY)).containsExactly(sold(SalesKey.ofPeriod(DAY_OF_SAMPLE), 1, 4, "7.83"));
        assertThat(find(PRODUCT))
                .containsExactly(
                        sold(SalesKey.ofProduct("A-1", "Product A-1"), 1, 3, "7.50"),
                        sold(SalesKey.ofProduct("B-2", "Product B-2"), 1, 1, "0.33"));
        assertThat(find(CUSTOMER)).containsExactly(sold(SalesKey.ofCustomer(ADA, null), 1, 4, "7.83"));
        assertThat(find(CITY)).containsExactly(sold(SalesKey.ofCity("Berlin", "DE"), 1, 4, "7.83"));
        assertThat(find(STATUS)).containsExactly(sold(SalesKey.ofStatus(OrderStatus.PLACED), 1, 4, "7.83"));
    }

    @Test
    void counts_what_was_placed_after_all_edits_where_it_ships_at_last() {
        List<OrderLine> last = List.of(line(SECOND_LINE, "B-2", 5, "2.00"), line(THIRD_LINE, "C-3", 1, "1.00"));
        feed.publish(
                opened(id(1)),
                added(id(1), line(THIRD_LINE, "C-3", 1, "1.00"), "8.83"),
                quantity(id(1), SECOND_LINE, 5, "18.50"),
                new ShippingAddressChanged(id(1), WORK),
                removed(id(1), FIRST_LINE, "11.00"),
                new OrderPlaced(id(1), ADA, last, eur("11.00"), "tok_approve"));
        assertThat(find(CITY)).containsExactly(sold(SalesKey.ofCity("Reno", "US"), 1, 6, "11.00"));
        assertThat(find(PRODUCT))
                .containsExactly(
                        sold(SalesKey.ofProduct("B-2", "Product B-2"), 1, 5, "10.00"),
                        sold(SalesKey.ofProduct("C-3", "Product C-3"), 1, 1, "1.00"));
    }

    @Test
    void never_counts_an_order_that_ends_before_it_is_placed() {
        feed.publish(opened(id(1)), opened(id(2)));
        feed.publish(new OrderExpired(id(1)), new OrderCancelled(id(2), "changed my mind"));
        for (SalesBy by : SalesBy.values()) {
            assertThat(find(by)).as("by %s", by).isEmpty();
        }
        assertThat(fulfilment.handle(new FindFulfilment(null, null)))
                .isEqualTo(new FulfilmentFigures(
                        0, 0, rate("0.0000"), List.of(), 0, rate("0.0000"), List.of(), new TimeToShip(0, null, null)));
    }

    @Test
    void takes_cancelled_and_rejected_orders_out_of_units_and_revenue() {
        place(1, ADA, ORDERED, 10);
        place(2, ADA, ORDERED, 20);
        place(3, ADA, ORDERED, 30);
        feed.publish(new OrderConfirmed(id(2)), new OrderCancelled(id(2), "changed my mind"));
        feed.publish(rejected(id(3), RejectionReason.OUT_OF_STOCK, "A-1"));
        for (SalesFigures figures :
                List.of(only(DAY), only(WEEK), only(MONTH), only(PRODUCT), only(CUSTOMER), only(CITY))) {
            assertThat(figures)
                    .isEqualTo(new SalesFigures(
                            figures.key(), "EUR", 3, 10, eur("10.00"), 1, rate("0.3333"), 1, rate("0.3333")));
        }
        assertThat(find(STATUS))
                .containsExactly(
                        sold(SalesKey.ofStatus(OrderStatus.PLACED), 1, 10, "10.00"),
                        new SalesFigures(
                                SalesKey.ofStatus(OrderStatus.CANCELLED),
                                "EUR",
                                1,
                                0,
                                eur("0.00"),
                                1,
                                rate("1.0000"),
                                0,
                                rate("0.0000")),
                        new SalesFigures(
                                SalesKey.ofStatus(OrderStatus.REJECTED),
                                "EUR",
                                1,
                                0,
                                eur("0.00"),
                                0,
                                rate("0.0000"),
                                1,
                                rate("1.0000")));
    }

    @Test
    void moves_an_order_from_state_to_state() {
        place(1, ADA, ORDERED, 10);
        List<Object> life = List.of(
                new OrderConfirmed(id(1)),
                shipped(id(1), 1, FIRST_LINE, 4, false),
                shipped(id(1), 2, FIRST_LINE, 3, false),
                shipped(id(1), 3, FIRST_LINE, 3, true),
                new OrderDelivered(id(1)));
        List<OrderStatus> states = List.of(
                OrderStatus.CONFIRMED,
                OrderStatus.PARTIALLY_SHIPPED,
                OrderStatus.PARTIALLY_SHIPPED,
                OrderStatus.SHIPPED,
                OrderStatus.DELIVERED);
        for (int step = 0; step < life.size(); step++) {
            feed.publish(life.get(step));
            assertThat(find(STATUS)).containsExactly(sold(SalesKey.ofStatus(states.get(step)), 1, 10, "10.00"));
            assertThat(find(DAY)).containsExactly(sold(SalesKey.ofPeriod(DAY_OF_SAMPLE), 1, 10, "10.00"));
        }
    }

    @Test
    void sums_up_two_lines_of_one_product_and_counts_their_order_once() {
        List<OrderLine> lines = List.of(
                line(FIRST_LINE, "A-1", 3, "0.333333"),
                line(SECOND_LINE, "B-2", 1, "5.00"),
                line(THIRD_LINE, "A-1", 1, "0.335000"));
        place(order(1, ADA, ORDERED, "EUR", lines));
        assertThat(find(PRODUCT))
                .containsExactly(
                        sold(SalesKey.ofProduct("B-2", "Product B-2"), 1, 1, "5.00"),
                        sold(SalesKey.ofProduct("A-1", "Product A-1"), 1, 4, "1.34"));
    }

    @Test
    void shows_the_customers_present_name_whichever_comes_first() {
        place(1, ADA, ORDERED, 10);
        assertThat(only(CUSTOMER).key()).isEqualTo(SalesKey.ofCustomer(ADA, null));
        feed.publish(new CustomerRegistered(ADA, "Ada", "ada@example.org"), new CustomerRenamed(ADA, "Ada King"));
        assertThat(only(CUSTOMER).key()).isEqualTo(SalesKey.ofCustomer(ADA, "Ada King"));
        feed.publish(new CustomerErased(ADA));
        assertThat(only(CUSTOMER).key()).isEqualTo(SalesKey.ofCustomer(ADA, null));
        assertThat(rows().get("sales_statistics_customer").toString()).doesNotContain("Ada");
    }

    @Test
    void comes_to_the_same_rows_in_whatever_order_segments_take_the_streams() {
        List<DomainEventMessage<?>> history = feed.number(history());
        feed.deliver(history);
        Map<String, List<String>> rows = ownRows();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> streams = new ArrayList<>(history.stream()
                .map(DomainEventMessage::getAggregateIdentifier)
                .distinct()
                .toList());
        Collections.shuffle(streams, random);
        start_empty();
        for (String stream : streams) {
            feed.deliver(history.stream()
                    .filter(event -> event.getAggregateIdentifier().equals(stream))
                    .toList());
        }
        assertThat(ownRows()).as("seed %d", seed).isEqualTo(rows);
        feed.deliver(history);
        assertThat(ownRows()).as("after all of it came again").isEqualTo(rows);
    }

    @Test
    void loses_no_order_when_two_transactions_change_the_same_sum() {
        OrderCreated ours = created(id(1), ADA, ORDERED);
        OrderCreated theirs = created(samePartAs(id(1)), ADA, ORDERED);
        place(ours);
        List<DomainEventMessage<?>> one = feed.number(List.of(new OrderConfirmed(ours.orderId())));
        List<DomainEventMessage<?>> other = feed.number(List.of(theirs, placed(theirs)));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    feed.deliver(one);
                    CompletableFuture.runAsync(() -> feed.deliver(other)).join();
                }))
                .isInstanceOf(ObjectOptimisticLockingFailureException.class);
        feed.deliver(one);
        assertThat(find(STATUS))
                .containsExactly(
                        sold(SalesKey.ofStatus(OrderStatus.PLACED), 1, 10, "10.00"),
                        sold(SalesKey.ofStatus(OrderStatus.CONFIRMED), 1, 10, "10.00"));
    }

    private Map<String, List<String>> ownRows() {
        Map<String, List<String>> rows = rows();
        rows.keySet().removeIf(table -> !table.startsWith("sales_statistics_"));
        assertThat(rows).hasSize(4);
        return rows;
    }

    private void place(int number, UUID customerId, Instant orderedAt, int pieces) {
        place(created(id(number), customerId, orderedAt, pieces));
    }

    private void place(OrderCreated order) {
        feed.publish(order, placed(order));
    }

    private static OrderCreated order(
            int number, UUID customerId, Instant orderedAt, String currency, List<OrderLine> lines) {
        Money total = lines.stream().map(OrderLine::total).reduce(Money.zero(currency), Money::plus);
        return new OrderCreated(id(number), customerId, currency, lines, total, HOME, orderedAt, null);
    }

    private static UUID samePartAs(UUID orderId) {
        return IntStream.iterate(100, number -> number + 1)
                .mapToObj(Sample::id)
                .filter(other -> Parts.of(other) == Parts.of(orderId))
                .findFirst()
                .orElseThrow();
    }

    private SalesFigures only(SalesBy by) {
        assertThat(find(by)).hasSize(1);
        return find(by).get(0);
    }

    private List<SalesFigures> find(SalesBy by) {
        return sales.handle(new FindSales(null, null, by, 1, 100)).items();
    }

    private static SalesFigures sold(SalesKey key, long orders, long units, String revenue) {
        return new SalesFigures(key, "EUR", orders, units, eur(revenue), 0, rate("0.0000"), 0, rate("0.0000"));
    }

    private static BigDecimal rate(String rate) {
        return new BigDecimal(rate);
    }
}
