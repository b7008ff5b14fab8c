package io.orderflow.query.orderlist;

import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.OrderPage;
import io.orderflow.api.order.query.OrderSummary;
import io.orderflow.query.ordersummary.OrderListConditions;
import io.orderflow.query.platform.paging.Paging;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
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
        Map<String, Object> parameters = new HashMap<>();
        String where = OrderListStatement.where(query, parameters);
        List<OrderSummary> items = items(query, paging, where, parameters);
        long total = paging.totalFrom(items.size()).orElseGet(() -> counts.total(query));
        return new OrderPage(items, total, paging.page(), paging.pageSize(), paging.pagesOf(total));
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public List<OrderSummary> handle(FindOrderSlice query) {
        Map<String, Object> parameters = new HashMap<>();
        String where = OrderListStatement.where(query.filter(), query.after(), parameters);
        TypedQuery<Tuple> rows = entities.createQuery(
                OrderListStatement.ROWS + where + " order by " + OrderListConditions.order(query.filter()),
                Tuple.class);
        parameters.forEach(rows::setParameter);
        return OrderListStatement.summaries(rows.setMaxResults(query.filter().pageSize() + 1));
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

    /** What there is at first is asked for apart. */
    @QueryHandler
    public Boolean handle(WatchOrders query) {
        return true;
    }

    private List<OrderSummary> items(FindOrders query, Paging paging, String where, Map<String, Object> parameters) {
        if (!paging.isReachable()) {
            return List.of();
        }
        TypedQuery<Tuple> rows = entities.createQuery(
                OrderListStatement.ROWS + where + " order by " + OrderListConditions.order(query), Tuple.class);
        parameters.forEach(rows::setParameter);
        return OrderListStatement.summaries(rows.setFirstResult(paging.offset()).setMaxResults(paging.pageSize()));
    }
}
