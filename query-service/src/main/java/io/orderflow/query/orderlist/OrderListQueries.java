package io.orderflow.query.orderlist;

import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.OrderPage;
import io.orderflow.api.order.query.OrderSummary;
import io.orderflow.query.platform.paging.Paging;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions about lists of orders. Every text in a statement is a constant; what the caller gave is a parameter. */
@Component
class OrderListQueries {

    private static final String ROWS =
            "select o, c.name from OrderListRow o left join OrderListCustomerRow c on c.customerId = o.customerId";

    private final EntityManager entities;

    OrderListQueries(EntityManager entities) {
        this.entities = entities;
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public OrderPage handle(FindOrders query) {
        Paging paging = new Paging(query.page(), query.pageSize());
        Map<String, Object> parameters = new HashMap<>();
        String where = where(query, parameters);
        List<OrderSummary> items = items(query, paging, where, parameters);
        long total = paging.totalFrom(items.size()).orElseGet(() -> count(where, parameters));
        return new OrderPage(items, total, paging.page(), paging.pageSize(), paging.pagesOf(total));
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public List<OrderSummary> handle(OrdersSince query) {
        String ofCustomer = query.customerId() == null ? "" : " and o.customerId = :customer";
        TypedQuery<Tuple> rows = entities.createQuery(
                        ROWS + " where o.position > :position" + ofCustomer + " order by o.position", Tuple.class)
                .setParameter("position", query.position());
        if (query.customerId() != null) {
            rows.setParameter("customer", query.customerId());
        }
        return summaries(rows.setMaxResults(query.limit() + 1));
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public Optional<String> handle(CustomerNameOf query) {
        return Optional.ofNullable(entities.find(OrderListCustomerRow.class, query.customerId()))
                .map(OrderListCustomerRow::name);
    }

    /** What there is at first is asked for apart. */
    @QueryHandler
    public Boolean handle(WatchOrders query) {
        return true;
    }

    private List<OrderSummary> items(FindOrders query, Paging paging, String where, Map<String, Object> parameters) {
        if (!paging.isReachable()) {
            return List.of();
        }
        TypedQuery<Tuple> rows = entities.createQuery(ROWS + where + " order by " + order(query), Tuple.class);
        parameters.forEach(rows::setParameter);
        return summaries(rows.setFirstResult(paging.offset()).setMaxResults(paging.pageSize()));
    }

    private static List<OrderSummary> summaries(TypedQuery<Tuple> rows) {
        return rows.getResultStream()
                .map(row -> row.get(0, OrderListRow.class).summary(row.get(1, String.class)))
                .toList();
    }

    private long count(String where, Map<String, Object> parameters) {
        TypedQuery<Long> count = entities.createQuery("select count(*) from OrderListRow o" + where, Long.class);
        parameters.forEach(count::setParameter);
        return count.getSingleResult();
    }

    private static String where(FindOrders query, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        if (query.customerId() != null) {
            conditions.add("o.customerId = :customer");
            parameters.put("customer", query.customerId());
        }
        if (query.statuses().size() == 1) {
            conditions.add("o.status = :status");
            parameters.put("status", query.statuses().iterator().next());
        } else if (!query.statuses().isEmpty()) {
            conditions.add("o.status in :statuses");
            parameters.put("statuses", query.statuses());
        }
        if (query.from() != null) {
            conditions.add("o.orderedAt >= :from");
            parameters.put("from", query.from());
        }
        if (query.to() != null) {
            conditions.add("o.orderedAt < :to");
            parameters.put("to", query.to());
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /**
     * The sort. Where the filter fixes one value, that column leads although it changes nothing: H2 then reads the rows in
     * the order of the index instead of sorting all that match.
     */
    private static String order(FindOrders query) {
        return switch (query.sort()) {
            case NEWEST_FIRST -> fixed(query, " desc, ") + "o.orderedAt desc, o.orderId desc";
            case OLDEST_FIRST -> fixed(query, ", ") + "o.orderedAt, o.orderId";
            case CREATED_LAST_FIRST -> "o.createdAt desc, o.orderId desc";
            case CREATED_FIRST_FIRST -> "o.createdAt, o.orderId";
            case CHANGED_LAST_FIRST -> "o.updatedAt desc, o.orderId desc";
            case CHANGED_FIRST_FIRST -> "o.updatedAt, o.orderId";
            case LARGEST_FIRST -> "o.total desc, o.orderId desc";
            case SMALLEST_FIRST -> "o.total, o.orderId";
        };
    }

    private static String fixed(FindOrders query, String direction) {
        if (query.customerId() != null) {
            return "o.customerId" + direction;
        }
        return query.statuses().size() == 1 ? "o.status" + direction : "";
    }
}
