package io.orderflow.query.salesstatistics;

import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.projection.Parts;
import io.orderflow.query.platform.projection.TimeSpan;
import io.orderflow.query.platform.reconciliation.RowsOfStreams;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the statistics hold of an order, which is summed up no longer, and of a customer. */
@Component
class SalesStatisticsHeldRows extends RowsOfStreams {

    private static final String SUMS = "select s from SalesDayRow s where s.key.day = :day and s.key.part = :part";
    private static final String ORDERS =
            "select o from SalesOrderRow o where o.outcome is not null and o.orderedAt >= :start and o.orderedAt < :end";

    private final EntityManager entities;

    SalesStatisticsHeldRows(EntityManager entities) {
        super(
                entities,
                "sales-statistics",
                new Kind<>(
                        UUID::fromString,
                        OrderEvent::streamOf,
                        List.of(
                                "delete from SalesProductRow r where r.key.orderId = :id",
                                "delete from SalesOrderRow r where r.orderId = :id")),
                new Kind<>(
                        UUID::fromString,
                        CustomerEvent::streamOf,
                        List.of("delete from SalesCustomerRow r where r.customerId = :id")));
        this.entities = entities;
    }

    @Override
    public void forget(String stream, @Nullable Object first) {
        super.forget(stream, first);
        if (first instanceof OrderCreated created) {
            sumUp(TimeSpan.day(created.orderedAt()), Parts.of(created.orderId()));
            entities.flush();
            entities.clear();
        }
    }

    /** Anew, from the orders that are left; sums of which nothing is left remain, as they do when orders leave a state. */
    private void sumUp(LocalDate day, int part) {
        Map<SalesDayRow.Key, SalesDayRow> sums = new HashMap<>();
        entities.createQuery(SUMS, SalesDayRow.class)
                .setParameter("day", day)
                .setParameter("part", part)
                .getResultStream()
                .forEach(sum -> sums.put(sum.key(), sum));
        sums.values().forEach(SalesDayRow::clear);
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        entities.createQuery(ORDERS, SalesOrderRow.class)
                .setParameter("start", start)
                .setParameter("end", start.plus(1, ChronoUnit.DAYS))
                .getResultStream()
                .filter(order -> Parts.of(order.orderId()) == part)
                .forEach(order -> sums.computeIfAbsent(SalesDayRow.Key.of(order), this::begin)
                        .add(order));
    }

    private SalesDayRow begin(SalesDayRow.Key key) {
        SalesDayRow sum = new SalesDayRow(key);
        entities.persist(sum);
        return sum;
    }
}
