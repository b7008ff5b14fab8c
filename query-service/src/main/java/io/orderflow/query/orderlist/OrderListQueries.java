package io.orderflow.query.orderlist;

import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.OrderPage;
import io.orderflow.api.order.query.OrderSort;
import io.orderflow.api.order.query.OrderSummary;
import io.orderflow.query.ordersummary.OrderListConditions;
import io.orderflow.query.platform.paging.Paging;
import io.orderflow.query.platform.projection.Columns;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions about lists of orders. Every text in a statement is a constant; what the caller gave is a parameter. */
@Component
class OrderListQueries {

    private static final int FARTHEST_MERGED = 2_000;

    private static final Comparator<OrderSummary> OLDEST_FIRST =
            Comparator.comparing(OrderSummary::orderedAt).thenComparing(OrderSummary::orderId, Columns.IDS);

    private final EntityManager entities;
    private final OrderCounts counts;

    OrderListQueries(EntityManager entities, OrderCounts counts) {
        this.entities = entities;
        this.counts = counts;
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public OrderPage handle(FindOrders query) {
        Paging paging = new Paging(query.page(), query.pageSize());
        List<OrderSummary> items =
                paging.isReachable() ? rows(query, null, paging.offset(), paging.pageSize()) : List.of();
        long total = paging.totalFrom(items.size()).orElseGet(() -> counts.total(query));
        return new OrderPage(items, total, paging.page(), paging.pageSize(), paging.pagesOf(total));
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public List<OrderSummary> handle(FindOrderSlice query) {
        return rows(query.filter(), query.after(), 0, query.filter().pageSize() + 1);
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public List<OrderSummary> handle(OrdersSince query) {
        String ofCustomer = query.customerId() == null ? "" : " and o.customerId = :customer";
        TypedQuery<Tuple> rows = entities.createQuery(
                        OrderListStatement.ROWS + " where o.position > :position" + ofCustomer + " order by o.position",
                        Tuple.class)
                .setParameter("position", query.position());
        if (query.customerId() != null) {
            rows.setParameter("customer", query.customerId());
        }
        return OrderListStatement.summaries(rows.setMaxResults(query.limit() + 1));
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public Optional<String> handle(CustomerNameOf query) {
        return Optional.ofNullable(entities.find(OrderListCustomerRow.class, query.customerId()))
                .map(OrderListCustomerRow::name);
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public Boolean handle(CustomerIsKnown query) {
        FindOrders all = new FindOrders(Set.of(), query.customerId(), null, null, OrderSort.NEWEST_FIRST, 1, 1);
        return entities.find(OrderListCustomerRow.class, query.customerId()) != null
                || !rows(all, null, 0, 1).isEmpty();
    }

    /** What there is at first is asked for apart. */
    @QueryHandler
    public Boolean handle(WatchOrders query) {
        return true;
    }

    /**
     * Some rows of a list. Of several states each is read in the order of its index, and the first of all are taken: the
     * databases would sort everything in these states, however few rows are wanted. Each statement sees what is committed
     * when it begins. An order only ever moves on to a later state, so one that moves meanwhile is found twice, and counts
     * once, but is never missed.
     */
    private List<OrderSummary> rows(FindOrders query, @Nullable OrderCursor after, int offset, int limit) {
        boolean merge = query.statuses().size() > 1
                && query.customerId() == null
                && OrderListConditions.isByOrderTime(query.sort())
                && offset <= FARTHEST_MERGED;
        if (!merge) {
            return read(query, after, offset, limit);
        }
        Map<UUID, OrderSummary> found = new HashMap<>();
        query.statuses().stream()
                .sorted()
                .flatMap(status -> read(query.in(status), after, 0, offset + limit).stream())
                .forEach(order -> found.putIfAbsent(order.orderId(), order));
        return found.values().stream()
                .sorted(OrderListConditions.isDescending(query.sort()) ? OLDEST_FIRST.reversed() : OLDEST_FIRST)
                .skip(offset)
                .limit(limit)
                .toList();
    }

    private List<OrderSummary> read(FindOrders query, @Nullable OrderCursor after, int offset, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        String where = OrderListStatement.where(query, after, parameters);
        TypedQuery<Tuple> rows = entities.createQuery(
                OrderListStatement.ROWS + where + " order by " + OrderListConditions.order(query), Tuple.class);
        parameters.forEach(rows::setParameter);
        return OrderListStatement.summaries(rows.setFirstResult(offset).setMaxResults(limit));
    }
}
