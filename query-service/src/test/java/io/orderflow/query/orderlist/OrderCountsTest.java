package io.orderflow.query.orderlist;

import static io.orderflow.query.platform.projection.Sample.created;
import static io.orderflow.query.platform.projection.Sample.id;
import static io.orderflow.query.platform.projection.Sample.placed;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.event.OrderConfirmed;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.OrderSort;
import io.orderflow.query.platform.projection.ReadModelTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OrderCountsTest extends ReadModelTest {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2024-12-28");
    private static final int DAYS = 100;

    @Autowired
    private OrderCounts counts;

    private final Random random = new Random(20);
    private final List<Counted> orders = new ArrayList<>();

    @Test
    void a_total_is_what_counting_one_by_one_gives() {
        List<Object> events = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            order(number, events);
        }
        feed.deliver(feed.number(events));

        for (int round = 0; round < 500; round++) {
            FindOrders filter = filter();
            assertThat(counts.total(filter)).as("%s", filter).isEqualTo(oneByOne(filter));
        }
        assertThat(counts.total(filter(Set.of(), null, null, null))).isEqualTo(300);
    }

    @Test
    void the_same_event_twice_counts_once() {
        OrderCreated order = created(id(1), id(70), at(3));
        List<Object> events = List.of(order, placed(order), new OrderConfirmed(id(1)));
        var messages = feed.number(events);
        feed.deliver(messages);
        feed.deliver(messages);

        assertThat(counts.total(filter(Set.of(), null, null, null))).isEqualTo(1);
        assertThat(counts.total(filter(Set.of(OrderStatus.CONFIRMED), null, null, null)))
                .isEqualTo(1);
        assertThat(counts.total(filter(Set.of(OrderStatus.PLACED), null, null, null)))
                .isZero();
    }

    private void order(int number, List<Object> events) {
        UUID customer = id(70 + random.nextInt(3));
        Instant orderedAt = at(random.nextInt(DAYS));
        OrderCreated order = created(id(number), customer, orderedAt);
        events.add(order);
        OrderStatus status = OrderStatus.PENDING;
        if (random.nextInt(4) > 0) {
            events.add(placed(order));
            status = OrderStatus.PLACED;
        }
        if (random.nextBoolean()) {
            boolean confirmed = status == OrderStatus.PLACED && random.nextBoolean();
            events.add(confirmed ? new OrderConfirmed(id(number)) : new OrderCancelled(id(number), "changed my mind"));
            status = confirmed ? OrderStatus.CONFIRMED : OrderStatus.CANCELLED;
        }
        orders.add(new Counted(customer, status, orderedAt));
    }

    private FindOrders filter() {
        Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
        for (int more = random.nextInt(3); more > 0; more--) {
            statuses.add(OrderStatus.values()[random.nextInt(OrderStatus.values().length)]);
        }
        Instant from = random.nextInt(4) == 0 ? null : at(random.nextInt(DAYS + 10) - 5);
        Instant to = random.nextInt(4) == 0 ? null : at(random.nextInt(DAYS + 10) - 5);
        return filter(statuses, random.nextInt(4) == 0 ? id(70) : null, from, to);
    }

    private static FindOrders filter(
            Set<OrderStatus> statuses, @Nullable UUID customer, @Nullable Instant from, @Nullable Instant to) {
        return new FindOrders(statuses, customer, from, to, OrderSort.NEWEST_FIRST, 1, 1);
    }

    private long oneByOne(FindOrders filter) {
        return orders.stream()
                .filter(order ->
                        filter.statuses().isEmpty() || filter.statuses().contains(order.status))
                .filter(order ->
                        filter.customerId() == null || filter.customerId().equals(order.customer))
                .filter(order -> filter.from() == null || !order.orderedAt.isBefore(filter.from()))
                .filter(order -> filter.to() == null || order.orderedAt.isBefore(filter.to()))
                .count();
    }

    /** A time of a day; one in three is the day's very beginning, or end. */
    private Instant at(int day) {
        Instant start = FIRST_DAY.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        return switch (random.nextInt(6)) {
            case 0 -> start;
            case 1 -> start.minusNanos(1000);
            default -> start.plus(Duration.ofSeconds(random.nextInt(86_400)));
        };
    }

    private record Counted(UUID customer, OrderStatus status, Instant orderedAt) {}
}
