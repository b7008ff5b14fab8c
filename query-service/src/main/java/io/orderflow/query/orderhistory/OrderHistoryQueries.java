package io.orderflow.query.orderhistory;

import static io.orderflow.query.platform.projection.Columns.instant;

import io.orderflow.api.order.event.ItemsShipped;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.query.FindOrderAsOf;
import io.orderflow.api.order.query.FindOrderAtVersion;
import io.orderflow.api.order.query.FindOrderHistory;
import io.orderflow.api.order.query.OrderAsOf;
import io.orderflow.api.order.query.OrderHistoryEntry;
import io.orderflow.api.order.query.OrderHistoryPage;
import io.orderflow.api.order.query.OrderView;
import io.orderflow.query.platform.paging.Paging;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers questions about an order's past by telling its events again.
 *
 * <p>How far to tell them, and the name that goes with it, come from one statement; the events before that point never
 * change. So an order that changes meanwhile is never shown half old, half new, whatever the isolation of the transaction.
 */
@Component
class OrderHistoryQueries {

    private static final String UP_TO_VERSION =
            """
            select o, e.key.position, n.name from OrderHistoryRow o
            left join OrderHistoryEventRow e
                on e.key.orderId = o.orderId and e.stream = :stream and e.version = :next
            left join OrderHistoryNameRow n
                on n.key.customerId = o.customerId and (e.recordedAt is null or n.from <= e.recordedAt)
                and (n.until is null or n.until > e.recordedAt)
            where o.orderId = :order""";

    private static final String UP_TO_TIME =
            """
            select o,
                (select min(e.key.position) from OrderHistoryEventRow e
                    where e.key.orderId = o.orderId and e.recordedAt > :at),
                n.name
            from OrderHistoryRow o
            left join OrderHistoryNameRow n
                on n.key.customerId = o.customerId and n.from <= :at and (n.until is null or n.until > :at)
            where o.orderId = :order""";

    private static final String EVENTS =
            """
            select e from OrderHistoryEventRow e
            where e.key.orderId = :order and e.key.position < :end
            order by e.key.position""";

    private static final String NAMES = "select n from OrderHistoryNameRow n where n.key.customerId = :customer";

    private static final String LATEST_VERSIONS =
            "select o.orderId, o.version from OrderHistoryRow o where o.orderId in :orders";

    private final EntityManager entities;
    private final StoredEvents stored;

    OrderHistoryQueries(EntityManager entities, StoredEvents stored) {
        this.entities = entities;
        this.stored = stored;
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public Optional<OrderHistoryPage> handle(FindOrderHistory query) {
        Paging paging = new Paging(query.page(), query.pageSize());
        OrderHistoryRow order = entities.find(OrderHistoryRow.class, query.orderId());
        if (order == null) {
            return Optional.empty();
        }
        int total = order.eventCount();
        boolean isThere = paging.isReachable() && paging.offset() < total;
        List<OrderHistoryEntry> items = isThere ? entries(query, paging, total) : List.of();
        return Optional.of(new OrderHistoryPage(items, total, paging.page(), paging.pageSize(), paging.pagesOf(total)));
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public Optional<OrderAsOf> handle(FindOrderAtVersion query) {
        TypedQuery<Tuple> end = entities.createQuery(UP_TO_VERSION, Tuple.class)
                .setParameter("order", query.orderId())
                .setParameter("stream", OrderHistoryEntry.Stream.ORDER)
                .setParameter("next", query.version() + 1);
        return end.getResultStream().findFirst().map(row -> {
            OrderHistoryRow order = row.get(0, OrderHistoryRow.class);
            OrderView view = query.version() > order.version() ? null : view(order, row);
            return new OrderAsOf(view, order.createdAt(), order.version());
        });
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public Optional<OrderAsOf> handle(FindOrderAsOf query) {
        TypedQuery<Tuple> end = entities.createQuery(UP_TO_TIME, Tuple.class)
                .setParameter("order", query.orderId())
                .setParameter("at", instant(query.at()));
        return end.getResultStream().findFirst().map(row -> {
            OrderHistoryRow order = row.get(0, OrderHistoryRow.class);
            return new OrderAsOf(view(order, row), order.createdAt(), order.version());
        });
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public Optional<Versions> handle(FindVersions query) {
        return Optional.ofNullable(entities.find(OrderHistoryRow.class, query.orderId()))
                .map(order ->
                        versions(order, query.after() == null ? order.version() : query.after() + 1, query.limit()));
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public List<LatestVersion> handle(FindLatestVersions query) {
        return entities.createQuery(LATEST_VERSIONS, Tuple.class)
                .setParameter("orders", query.orderIds())
                .getResultStream()
                .map(row -> new LatestVersion(row.get(0, UUID.class), row.get(1, Long.class)))
                .toList();
    }

    /** What there is at first is asked for apart. */
    @QueryHandler
    public Boolean handle(WatchHistories query) {
        return true;
    }

    private Versions versions(OrderHistoryRow order, long first, int limit) {
        List<OrderHistoryNameRow> names = entities.createQuery(NAMES, OrderHistoryNameRow.class)
                .setParameter("customer", order.customerId())
                .getResultList();
        List<OrderView> views = new ArrayList<>();
        PastOrder past = null;
        for (OrderHistoryEventRow row : events(order.orderId(), order.eventCount())) {
            if (past != null && row.isOfOrder() && past.version() >= first && views.size() < limit) {
                views.add(past.view(name(names, row.recordedAt())));
            }
            past = after(past, row, stored.event(row));
        }
        PastOrder now = Objects.requireNonNull(past, "an order begins with an event");
        if (now.version() >= first && views.size() < limit) {
            views.add(now.view(name(names, null)));
        }
        return new Versions(List.copyOf(views), now.version(), now.status());
    }

    private static @Nullable String name(List<OrderHistoryNameRow> names, @Nullable Instant at) {
        return names.stream()
                .filter(name -> name.isAt(at))
                .findFirst()
                .map(OrderHistoryNameRow::name)
                .orElse(null);
    }

    /** The order before the event at the position that a row names, or after all if it names none; null before the first. */
    private @Nullable OrderView view(OrderHistoryRow order, Tuple row) {
        Integer next = row.get(1, Integer.class);
        PastOrder past = null;
        for (OrderHistoryEventRow event : events(order.orderId(), next == null ? order.eventCount() : next)) {
            past = after(past, event, stored.event(event));
        }
        return past == null ? null : past.view(row.get(2, String.class));
    }

    /** Tells every event up to the page's last, because an event names lines that an earlier one describes. */
    private List<OrderHistoryEntry> entries(FindOrderHistory query, Paging paging, int total) {
        List<OrderHistoryEntry> entries = new ArrayList<>();
        PastOrder past = null;
        int end = Math.min(total - paging.offset(), paging.pageSize()) + paging.offset();
        for (OrderHistoryEventRow row : events(query.orderId(), end)) {
            Object event = stored.event(row);
            if (row.position() >= paging.offset()) {
                Map<String, @Nullable Object> payload = query.withPayload() ? stored.fields(row) : null;
                entries.add(row.entry(businessTime(event), Summary.of(event, past), payload));
            }
            past = after(past, row, event);
        }
        return entries;
    }

    private List<OrderHistoryEventRow> events(UUID orderId, int end) {
        return entities.createQuery(EVENTS, OrderHistoryEventRow.class)
                .setParameter("order", orderId)
                .setParameter("end", end)
                .getResultList();
    }

    private static PastOrder after(@Nullable PastOrder before, OrderHistoryEventRow row, Object event) {
        if (before == null) {
            return new PastOrder((OrderCreated) event, row.recordedAt());
        }
        before.take(event, row.version(), row.recordedAt());
        return before;
    }

    private static @Nullable Instant businessTime(Object event) {
        if (event instanceof OrderCreated created) {
            return created.orderedAt();
        }
        return event instanceof ItemsShipped shipped ? shipped.shippedAt() : null;
    }
}
