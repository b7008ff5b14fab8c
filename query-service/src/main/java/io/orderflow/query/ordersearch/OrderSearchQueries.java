package io.orderflow.query.ordersearch;

import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.FindOrdersByText;
import io.orderflow.api.order.query.OrderPage;
import io.orderflow.api.order.query.OrderSummary;
import io.orderflow.query.ordersummary.OrderListConditions;
import io.orderflow.query.platform.paging.Paging;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers searches: first which orders to look at, then which of them match. */
@Component
class OrderSearchQueries {

    private final EntityManager entities;
    private final CandidateSearch candidates;

    OrderSearchQueries(EntityManager entities, CandidateSearch candidates) {
        this.entities = entities;
        this.candidates = candidates;
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public OrderPage handle(FindOrdersByText query) {
        List<String> words = SearchWords.asked(query.text());
        Paging paging = new Paging(query.filter().page(), query.filter().pageSize());
        if (words.isEmpty()) {
            return new OrderPage(List.of(), 0, paging.page(), paging.pageSize(), 0);
        }
        Candidates found = candidates.find(words, query.filter());
        OrderSearchStatement statement = OrderSearchStatement.of(words, query.filter(), found);
        List<Tuple> rows = rows(statement, query.filter(), paging);
        List<OrderSummary> items = rows.stream()
                .map(row -> row.get(0, OrderSearchRow.class).summary(row.get(1, String.class)))
                .toList();
        long total =
                rows.isEmpty() ? totalBefore(statement, paging) : rows.get(0).get(2, Long.class);
        return new OrderPage(
                items, total, paging.page(), paging.pageSize(), paging.pagesOf(total), found.complete() ? null : true);
    }

    /** The count comes with the rows: without it, a database may look for a page of 20 in the order of the whole table. */
    private List<Tuple> rows(OrderSearchStatement statement, FindOrders filter, Paging paging) {
        if (!paging.isReachable()) {
            return List.of();
        }
        String text = "select o, c.name, count(*) over ()" + statement.text() + " order by "
                + OrderListConditions.order(filter);
        return query(text, Tuple.class, statement)
                .setFirstResult(paging.offset())
                .setMaxResults(paging.pageSize())
                .getResultList();
    }

    private long totalBefore(OrderSearchStatement statement, Paging paging) {
        return paging.page() == 1
                ? 0
                : query("select count(*)" + statement.text(), Long.class, statement)
                        .getSingleResult();
    }

    private <T> TypedQuery<T> query(String text, Class<T> type, OrderSearchStatement statement) {
        TypedQuery<T> query = entities.createQuery(text, type);
        statement.parameters().forEach(query::setParameter);
        return query;
    }
}
