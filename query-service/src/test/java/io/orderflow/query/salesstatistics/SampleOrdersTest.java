package io.orderflow.query.salesstatistics;

import static io.orderflow.query.platform.projection.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.ShipmentLine;
import io.orderflow.api.order.event.ItemsShipped;
import io.orderflow.api.order.event.OrderConfirmed;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderPlaced;
import io.orderflow.api.statistics.query.FindFulfilment;
import io.orderflow.api.statistics.query.FindSales;
import io.orderflow.api.statistics.query.FulfilmentFigures;
import io.orderflow.api.statistics.query.SalesBy;
import io.orderflow.api.statistics.query.SalesFigures;
import io.orderflow.api.statistics.query.SalesKey;
import io.orderflow.api.statistics.query.SalesPage;
import io.orderflow.query.platform.projection.ReadModelTest;
import io.orderflow.query.salesstatistics.SampleFile.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The figures of 300 real orders against sums made of the file's lines alone. */
class SampleOrdersTest extends ReadModelTest {

    private static final String CURRENCY = "USD";
    private static final int BATCH = 100;

    @Autowired
    private SalesQueries sales;

    @Autowired
    private FulfilmentQueries fulfilment;

    private List<Line> file;

    /** One test, as feeding takes longer than all that is compared. */
    @Test
    void every_figure_is_what_the_lines_of_the_file_add_up_to() {
        feedTheFileTwice();
        compareDaysWeeksAndMonths();
        compareProductsCustomersAndCities();
        compareProductNames();
        compareTimesToShip();
    }

    private void feedTheFileTwice() {
        file = SampleFile.lines();
        Map<String, List<Line>> orders = file.stream()
                .collect(Collectors.groupingBy(line -> line.get("Order ID"), LinkedHashMap::new, Collectors.toList()));
        assertThat(orders).hasSize(300);
        List<Object> events = new ArrayList<>();
        int number = 0;
        for (List<Line> lines : orders.values()) {
            events.addAll(events(id(++number), lines));
        }
        List<DomainEventMessage<?>> messages = feed.number(events);
        deliverInBatches(messages);
        deliverInBatches(messages);
    }

    private void compareDaysWeeksAndMonths() {
        assertThat(found(SalesBy.DAY, SalesKey::start)).isEqualTo(summed(Line::orderedOn));
        assertThat(found(SalesBy.WEEK, SalesKey::start))
                .isEqualTo(summed(line -> line.orderedOn().minusDays(daysSinceMonday(line.orderedOn()))));
        Map<LocalDate, Sum> months = summed(line ->
                LocalDate.of(line.orderedOn().getYear(), line.orderedOn().getMonth(), 1));
        assertThat(months).hasSizeGreaterThan(40);
        assertThat(found(SalesBy.MONTH, SalesKey::start)).isEqualTo(months);
    }

    private void compareProductsCustomersAndCities() {
        Map<String, Sum> products = summed(line -> line.get("Product ID"));
        assertThat(products).hasSizeGreaterThan(500);
        assertThat(found(SalesBy.PRODUCT, SalesKey::sku)).isEqualTo(products);
        assertThat(found(SalesBy.CUSTOMER, SalesKey::customerId)).isEqualTo(summed(SampleOrdersTest::customer));
        assertThat(found(SalesBy.CITY, SalesKey::city)).isEqualTo(summed(line -> line.get("City")));
    }

    /** Several orders may be the latest, as the file has no times of day. */
    private void compareProductNames() {
        for (SalesFigures product : all(SalesBy.PRODUCT)) {
            List<Line> lines = file.stream()
                    .filter(line -> line.get("Product ID").equals(product.key().sku()))
                    .toList();
            LocalDate last = lines.stream()
                    .map(Line::orderedOn)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            assertThat(lines)
                    .filteredOn(line -> line.orderedOn().equals(last))
                    .extracting(line -> line.get("Product Name"))
                    .contains(product.key().productName());
        }
    }

    private void compareTimesToShip() {
        List<Long> seconds = file.stream()
                .collect(Collectors.toMap(
                        line -> line.get("Order ID"),
                        line -> Duration.between(line.orderedAt(), line.shippedAt())
                                .toSeconds(),
                        (one, same) -> one))
                .values()
                .stream()
                .sorted()
                .toList();
        FulfilmentFigures figures = fulfilment.handle(new FindFulfilment(null, null));
        assertThat(figures.orders()).isEqualTo(300);
        assertThat(figures.timeToShip())
                .isEqualTo(new FulfilmentFigures.TimeToShip(300, seconds.get(150 - 1), seconds.get(270 - 1)));
    }

    private <K> Map<K, Sum> found(SalesBy by, Function<SalesKey, K> key) {
        Map<K, Sum> found = new HashMap<>();
        for (SalesFigures figures : all(by)) {
            assertThat(figures.currency()).isEqualTo(CURRENCY);
            assertThat(figures.cancelled() + figures.rejected()).isZero();
            Sum sum =
                    new Sum(figures.orders(), figures.units(), figures.revenue().amount());
            assertThat(found.put(key.apply(figures.key()), sum)).isNull();
        }
        return found;
    }

    private List<SalesFigures> all(SalesBy by) {
        List<SalesFigures> all = new ArrayList<>();
        SalesPage page;
        do {
            page = sales.handle(new FindSales(null, null, by, all.size() / BATCH + 1, BATCH));
            all.addAll(page.items());
        } while (!page.items().isEmpty() && all.size() < page.total());
        assertThat(all).hasSize((int) page.total());
        return all;
    }

    private <K> Map<K, Sum> summed(Function<Line, K> key) {
        Map<K, Set<String>> orders = new HashMap<>();
        Map<K, Sum> sums = new HashMap<>();
        for (Line line : file) {
            boolean isNew = orders.computeIfAbsent(key.apply(line), none -> new HashSet<>())
                    .add(line.get("Order ID"));
            sums.merge(key.apply(line), new Sum(isNew ? 1 : 0, line.quantity(), line.amount()), Sum::plus);
        }
        return sums;
    }

    private static int daysSinceMonday(LocalDate day) {
        return day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
    }

    private void deliverInBatches(List<DomainEventMessage<?>> messages) {
        for (int from = 0; from < messages.size(); from += BATCH) {
            feed.deliver(messages.subList(from, Math.min(from + BATCH, messages.size())));
        }
    }

    private static List<Object> events(UUID orderId, List<Line> order) {
        List<OrderLine> lines = new ArrayList<>();
        for (Line line : order) {
            BigDecimal price = line.amount().divide(BigDecimal.valueOf(line.quantity()), 6, RoundingMode.HALF_EVEN);
            lines.add(new OrderLine(
                    id(lines.size()),
                    line.get("Product ID"),
                    line.get("Product Name"),
                    line.quantity(),
                    new Money(price, CURRENCY)));
        }
        Line head = order.get(0);
        UUID customer = customer(head);
        Money total = lines.stream().map(OrderLine::total).reduce(Money.zero(CURRENCY), Money::plus);
        Address address = new Address(
                "Somebody",
                "Lane 1",
                head.get("Postal Code"),
                head.get("City"),
                head.get("State"),
                head.get("Country"));
        List<ShipmentLine> items = lines.stream()
                .map(line -> new ShipmentLine(line.lineId(), line.sku(), line.quantity()))
                .toList();
        return List.of(
                new OrderCreated(orderId, customer, CURRENCY, lines, total, address, head.orderedAt(), null),
                new OrderPlaced(orderId, customer, lines, total, "tok_approve"),
                new OrderConfirmed(orderId),
                new ItemsShipped(orderId, id(1), items, total, "DHL", "track", head.shippedAt(), true));
    }

    private static UUID customer(Line line) {
        return UUID.nameUUIDFromBytes(line.get("Customer ID").getBytes(StandardCharsets.UTF_8));
    }

    private record Sum(long orders, long units, BigDecimal revenue) {

        private Sum plus(Sum other) {
            return new Sum(orders + other.orders, units + other.units, revenue.add(other.revenue));
        }
    }
}
