package io.orderflow.query.salesstatistics;

import static io.orderflow.api.statistics.query.SalesBy.CUSTOMER;
import static io.orderflow.api.statistics.query.SalesBy.DAY;
import static io.orderflow.api.statistics.query.SalesBy.MONTH;
import static io.orderflow.api.statistics.query.SalesBy.PRODUCT;
import static io.orderflow.api.statistics.query.SalesBy.WEEK;
import static io.orderflow.query.platform.projection.Sample.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.statistics.query.FindSales;
import io.orderflow.api.statistics.query.SalesBy;
import io.orderflow.api.statistics.query.SalesFigures;
import io.orderflow.api.statistics.query.SalesKey;
import io.orderflow.api.statistics.query.SalesPage;
import io.orderflow.query.platform.projection.ReadModelTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class SalesQueriesTest extends ReadModelTest {

    @Autowired
    private SalesQueries sales;

    @Test
    void shows_a_product_under_its_name_in_the_latest_order_of_the_span() {
        Instant later = ORDERED.plusSeconds(86_400);
        place(order(2, ADA, later, "EUR", List.of(new OrderLine(FIRST_LINE, "A-1", "New name", 1, eur("1.00")))));
        place(order(1, ADA, ORDERED, "EUR", List.of(new OrderLine(FIRST_LINE, "A-1", "Old name", 1, eur("1.00")))));
        assertThat(only(PRODUCT).key()).isEqualTo(SalesKey.ofProduct("A-1", "New name"));
        assertThat(find(PRODUCT, null, later).get(0).key()).isEqualTo(SalesKey.ofProduct("A-1", "Old name"));
    }

    @Test
    void never_adds_amounts_of_two_currencies() {
        place(order(1, ADA, ORDERED, "EUR", List.of(line(FIRST_LINE, "A-1", 1, "9.00"))));
        Money yen = new Money(new BigDecimal("700"), "JPY");
        place(order(2, ADA, ORDERED, "JPY", List.of(new OrderLine(FIRST_LINE, "A-1", "Product A-1", 2, yen))));
        for (SalesBy by : SalesBy.values()) {
            List<SalesFigures> found = find(by);
            assertThat(found).extracting(SalesFigures::currency).containsExactly("EUR", "JPY");
            assertThat(found)
                    .extracting(SalesFigures::revenue)
                    .containsExactly(eur("9.00"), new Money(new BigDecimal("1400"), "JPY"));
            assertThat(found.get(0).key()).isEqualTo(found.get(1).key());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T23:59:59.999999Z, 2026-03-01, 2026-02-23, 2026-03-01",
        "2026-03-02T00:00:00Z, 2026-03-02, 2026-03-02, 2026-03-01",
        "2026-02-28T23:59:59.999999999Z, 2026-02-28, 2026-02-23, 2026-02-01",
        "2026-03-01T00:00:00Z, 2026-03-01, 2026-02-23, 2026-03-01",
        "2026-01-01T00:00:00Z, 2026-01-01, 2025-12-29, 2026-01-01",
        "2027-01-01T12:00:00Z, 2027-01-01, 2026-12-28, 2027-01-01",
        "2024-02-29T12:00:00Z, 2024-02-29, 2024-02-26, 2024-02-01"
    })
    void puts_an_order_into_its_day_week_and_month_in_utc(
            Instant orderedAt, LocalDate day, LocalDate week, LocalDate month) {
        place(1, ADA, orderedAt, 1);
        assertThat(only(DAY).key()).isEqualTo(SalesKey.ofPeriod(day));
        assertThat(only(WEEK).key()).isEqualTo(SalesKey.ofPeriod(week));
        assertThat(only(MONTH).key()).isEqualTo(SalesKey.ofPeriod(month));
    }

    @Test
    void lists_periods_oldest_first_and_what_has_most_revenue_first() {
        place(order(1, BOB, Instant.parse("2026-03-02T10:00:00Z"), "EUR", List.of(line(FIRST_LINE, "A-1", 9, "1.00"))));
        place(order(2, ADA, Instant.parse("2026-03-01T10:00:00Z"), "EUR", List.of(line(FIRST_LINE, "B-2", 2, "1.00"))));
        place(order(3, ADA, Instant.parse("2026-03-01T11:00:00Z"), "EUR", List.of(line(FIRST_LINE, "C-3", 2, "1.00"))));
        assertThat(find(DAY)).extracting(SalesFigures::orders).containsExactly(2L, 1L);
        assertThat(find(PRODUCT)).extracting(item -> item.key().sku()).containsExactly("A-1", "B-2", "C-3");
        assertThat(find(CUSTOMER)).extracting(item -> item.key().customerId()).containsExactly(BOB, ADA);
    }

    @ParameterizedTest
    @CsvSource({"DAY", "MONTH", "STATUS", "PRODUCT", "CUSTOMER", "CITY"})
    void counts_exactly_the_orders_of_a_span_wherever_it_cuts_a_day(SalesBy by) {
        List<Instant> times = List.of(
                Instant.parse("2026-02-27T00:00:00Z"),
                Instant.parse("2026-02-27T10:15:30.123456Z"),
                Instant.parse("2026-02-28T23:59:59.999999Z"),
                Instant.parse("2026-03-01T00:00:00Z"),
                Instant.parse("2026-03-01T08:00:00Z"),
                Instant.parse("2026-03-02T00:00:00Z"));
        for (int number = 0; number < times.size(); number++) {
            place(number, ADA, times.get(number), 1 << number);
        }
        List<@Nullable Instant> limits = new ArrayList<>(times);
        times.forEach(time -> limits.add(time.plusNanos(1)));
        limits.add(Instant.parse("2026-02-27T05:00:00Z"));
        limits.add(Instant.parse("0000-01-01T00:00:00Z"));
        limits.add(Instant.parse("9999-12-31T06:00:00Z"));
        limits.add(null);
        for (Instant from : limits) {
            for (Instant to : limits) {
                long expected = 0;
                for (int number = 0; number < times.size(); number++) {
                    Instant time = times.get(number);
                    if ((from == null || !time.isBefore(from)) && (to == null || time.isBefore(to))) {
                        expected += 1 << number;
                    }
                }
                assertThat(find(by, from, to).stream()
                                .mapToLong(SalesFigures::units)
                                .sum())
                        .as("from %s to %s", from, to)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"DAY", "PRODUCT"})
    void pages_without_losing_or_repeating_an_entry(SalesBy by) {
        for (int number = 1; number <= 5; number++) {
            Instant at = ORDERED.plusSeconds(86_400L * number);
            place(order(number, ADA, at, "EUR", List.of(line(FIRST_LINE, "A-" + number, 1, "1.00"))));
        }
        List<SalesFigures> all = find(by);
        assertThat(all).hasSize(5);
        assertThat(page(by, 1)).isEqualTo(new SalesPage(all.subList(0, 2), 5, 1, 2, 3));
        assertThat(page(by, 2)).isEqualTo(new SalesPage(all.subList(2, 4), 5, 2, 2, 3));
        assertThat(page(by, 3)).isEqualTo(new SalesPage(all.subList(4, 5), 5, 3, 2, 3));
        assertThat(page(by, 4)).isEqualTo(new SalesPage(List.of(), 5, 4, 2, 3));
        assertThat(page(by, Integer.MAX_VALUE)).isEqualTo(new SalesPage(List.of(), 5, Integer.MAX_VALUE, 2, 3));
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

    private SalesFigures only(SalesBy by) {
        assertThat(find(by)).hasSize(1);
        return find(by).get(0);
    }

    private List<SalesFigures> find(SalesBy by) {
        return find(by, null, null);
    }

    private List<SalesFigures> find(SalesBy by, @Nullable Instant from, @Nullable Instant to) {
        return sales.handle(new FindSales(from, to, by, 1, 100)).items();
    }

    private SalesPage page(SalesBy by, int page) {
        return sales.handle(new FindSales(null, null, by, page, 2));
    }
}
