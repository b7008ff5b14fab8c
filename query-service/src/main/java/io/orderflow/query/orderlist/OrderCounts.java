package io.orderflow.query.orderlist;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.query.FindOrders;
import io.orderflow.query.orderlist.OrderCountRow.Unit;
import io.orderflow.query.ordersummary.OrderListConditions;
import io.orderflow.query.platform.projection.Parts;
import io.orderflow.query.platform.projection.TimeSpan;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Exact totals of lists, however long they are. Whole months and days are sums of counts that the projection keeps; only
 * what a span has of its first and its last day is counted row by row, as are the orders of one customer.
 */
@Component
class OrderCounts {

    private static final String SUM = "select coalesce(sum(c.orders), 0) from OrderCountRow c where c.key.unit = :unit";

    private static final String OF_SPAN = "select o.orderId, o.status, o.orderedAt from OrderListRow o"
            + " where o.orderedAt >= :start and o.orderedAt < :end";

    private final EntityManager entities;

    OrderCounts(EntityManager entities) {
        this.entities = entities;
    }

    /** Counts an order where it is now. To be called in the transaction that changes its row. */
    void entered(OrderListRow order) {
        count(order, order.status(), 1);
    }

    /** Counts an order where it is now, and no longer in the state that it has left. */
    void moved(OrderListRow order, OrderStatus left) {
        if (left != order.status()) {
            count(order, left, -1);
            count(order, order.status(), 1);
        }
    }

    /** Counts the orders anew that are counted together with one that has just been deleted, at most those of a month. */
    void recount(UUID orderId, Instant orderedAt) {
        int part = Parts.of(orderId);
        LocalDate day = TimeSpan.day(orderedAt);
        Map<OrderCountRow.Key, Long> counted = new HashMap<>();
        for (Unit unit : Unit.values()) {
            for (OrderStatus status : OrderStatus.values()) {
                counted.put(new OrderCountRow.Key(unit, unit.startOf(day), status, part), 0L);
            }
        }
        LocalDate month = Unit.MONTH.startOf(day);
        entities.createQuery(OF_SPAN, Tuple.class)
                .setParameter("start", month.atStartOfDay(ZoneOffset.UTC).toInstant())
                .setParameter(
                        "end", month.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .getResultStream()
                .filter(order -> Parts.of(order.get(0, UUID.class)) == part)
                .forEach(order -> {
                    LocalDate of = TimeSpan.day(order.get(2, Instant.class));
                    for (Unit unit : Unit.values()) {
                        var key = new OrderCountRow.Key(unit, unit.startOf(of), order.get(1, OrderStatus.class), part);
                        counted.computeIfPresent(key, (same, orders) -> orders + 1);
                    }
                });
        counted.forEach(this::set);
    }

    private void set(OrderCountRow.Key key, long orders) {
        OrderCountRow row = entities.find(OrderCountRow.class, key);
        if (row == null && orders > 0) {
            row = new OrderCountRow(key);
            entities.persist(row);
        }
        if (row != null) {
            row.set(orders);
        }
    }

    /** How many orders pass the filter. */
    long total(FindOrders filter) {
        TimeSpan span = new TimeSpan(filter.from(), filter.to());
        if (filter.customerId() != null) {
            return rows(filter, span);
        }
        long total = wholeDays(filter, span.firstDay(), span.endDay());
        for (TimeSpan part : span.partsOfDays()) {
            total += rows(filter, part);
        }
        return total;
    }

    private long wholeDays(FindOrders filter, @Nullable LocalDate first, @Nullable LocalDate end) {
        LocalDate firstMonth =
                first == null ? null : Unit.MONTH.startOf(first.minusDays(1)).plusMonths(1);
        LocalDate endMonth = end == null ? null : Unit.MONTH.startOf(end);
        if (firstMonth != null && endMonth != null && !firstMonth.isBefore(endMonth)) {
            return sum(filter, Unit.DAY, first, end);
        }
        long total = sum(filter, Unit.MONTH, firstMonth, endMonth);
        if (firstMonth != null) {
            total += sum(filter, Unit.DAY, first, firstMonth);
        }
        if (endMonth != null) {
            total += sum(filter, Unit.DAY, endMonth, end);
        }
        return total;
    }

    private long sum(FindOrders filter, Unit unit, @Nullable LocalDate first, @Nullable LocalDate end) {
        String statement = SUM
                + (filter.statuses().isEmpty() ? "" : " and c.key.status in :statuses")
                + (first == null ? "" : " and c.key.startsOn >= :first")
                + (end == null ? "" : " and c.key.startsOn < :end");
        TypedQuery<Long> sum = entities.createQuery(statement, Long.class).setParameter("unit", unit);
        if (!filter.statuses().isEmpty()) {
            sum.setParameter("statuses", filter.statuses());
        }
        if (first != null) {
            sum.setParameter("first", first);
        }
        if (end != null) {
            sum.setParameter("end", end);
        }
        return sum.getSingleResult();
    }

    private long rows(FindOrders filter, TimeSpan span) {
        Map<String, Object> parameters = new HashMap<>();
        String where =
                OrderListConditions.where(OrderListConditions.of(filter.between(span.from(), span.to()), parameters));
        TypedQuery<Long> count = entities.createQuery("select count(*) from OrderListRow o" + where, Long.class);
        parameters.forEach(count::setParameter);
        return count.getSingleResult();
    }

    private void count(OrderListRow order, OrderStatus status, int more) {
        LocalDate day = TimeSpan.day(order.orderedAt());
        for (Unit unit : Unit.values()) {
            var key = new OrderCountRow.Key(unit, unit.startOf(day), status, Parts.of(order.orderId()));
            OrderCountRow row = entities.find(OrderCountRow.class, key);
            if (row == null) {
                row = new OrderCountRow(key);
                entities.persist(row);
            }
            row.add(more);
        }
    }
}
