package io.orderflow.query.salesstatistics;

import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.statistics.query.FindFulfilment;
import io.orderflow.api.statistics.query.FulfilmentFigures;
import io.orderflow.api.statistics.query.FulfilmentFigures.ReasonCount;
import io.orderflow.api.statistics.query.FulfilmentFigures.TimeToShip;
import io.orderflow.query.platform.projection.TimeSpan;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions about fulfilment. Reads the rows of the single orders of the span of time, except to count them. */
@Component
class FulfilmentQueries {

    private static final int MOST_REASONS = 20;
    private static final String REASONS =
            "select r.reason, count(*) as orders from SalesOrderRow r where r.outcome = :outcome";
    private static final String MOST_FREQUENT_FIRST = " group by r.reason order by orders desc, r.reason";
    // counted, because percentile_disc of H2 rounds: nine tenths of six orders would be five of them
    private static final String TIMES = "select count(*),"
            + " min(t.seconds) filter (where t.place * 2 >= t.orders),"
            + " min(t.seconds) filter (where t.place * 10 >= t.orders * 9)"
            + " from (select r.shippingSeconds as seconds, count(*) over () as orders,"
            + " row_number() over (order by r.shippingSeconds) as place"
            + " from SalesOrderRow r where r.shippingSeconds is not null";
    private static final String OF_THEM = ") t";

    private final EntityManager entities;
    private final SalesByDay byDay;

    FulfilmentQueries(EntityManager entities, SalesByDay byDay) {
        this.entities = entities;
        this.byDay = byDay;
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public FulfilmentFigures handle(FindFulfilment query) {
        TimeSpan span = new TimeSpan(query.from(), query.to());
        Map<OrderStatus, Long> counts = byDay.in(span).stream()
                .collect(Collectors.groupingBy(SalesOfDay::status, Collectors.summingLong(SalesOfDay::orders)));
        long orders = counts.values().stream().mapToLong(Long::longValue).sum();
        long cancelled = counts.getOrDefault(OrderStatus.CANCELLED, 0L);
        long rejected = counts.getOrDefault(OrderStatus.REJECTED, 0L);
        return new FulfilmentFigures(
                orders,
                cancelled,
                Tally.rate(cancelled, orders),
                reasons(Outcome.CANCELLED, span),
                rejected,
                Tally.rate(rejected, orders),
                reasons(Outcome.REJECTED, span),
                timeToShip(span));
    }

    private List<ReasonCount> reasons(Outcome outcome, TimeSpan span) {
        return span.bind(entities.createQuery(REASONS + span.condition("r") + MOST_FREQUENT_FIRST, Tuple.class))
                .setParameter("outcome", outcome)
                .setMaxResults(MOST_REASONS)
                .getResultStream()
                .map(row -> new ReasonCount(row.get(0, String.class), row.get(1, Long.class)))
                .toList();
    }

    private TimeToShip timeToShip(TimeSpan span) {
        Tuple row = span.bind(entities.createQuery(TIMES + span.condition("r") + OF_THEM, Tuple.class))
                .getSingleResult();
        return new TimeToShip(row.get(0, Long.class), row.get(1, Long.class), row.get(2, Long.class));
    }
}
