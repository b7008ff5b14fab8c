package io.orderflow.query.ordersearch;

import io.orderflow.api.order.query.FindOrders;
import io.orderflow.api.order.query.FindOrdersByText;
import io.orderflow.api.order.query.OrderPage;
import io.orderflow.api.order.query.OrderSummary;
import io.orderflow.query.platform.paging.Paging;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers searches: first which orders to look at, then which of them match. */
@Component
class OrderSearchQueries {

    private static final String ROWS =
            "select o, c.name from OrderSearchRow o left join OrderSearchCustomerRow c on c.customerId = o.customerId"
                    + " where o.orderId = function('some', :orders)";

    private final EntityManager entities;
    private final CandidateSearch candidates;
    private final CandidateCheck check;

    OrderSearchQueries(EntityManager entities, CandidateSearch candidates, CandidateCheck check) {
        this.entities = entities;
        this.candidates = candidates;
        this.check = check;
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public OrderPage handle(FindOrdersByText query) {
        FindOrders filter = query.filter();
        List<String> words = SearchWords.asked(query.text());
        Paging paging = new Paging(filter.page(), filter.pageSize());
        if (words.isEmpty()) {
            return new OrderPage(List.of(), 0, paging.page(), paging.pageSize(), 0);
        }
        Matches found = check.matching(candidates.find(words, filter), words, filter);
        int total = found.orders().size();
        return new OrderPage(
                summaries(found.page(paging)),
                total,
                paging.page(),
                paging.pageSize(),
                paging.pagesOf(total),
                found.complete() ? null : true);
    }

    private List<OrderSummary> summaries(List<UUID> orders) {
        Map<UUID, OrderSummary> summaries = new HashMap<>();
        if (!orders.isEmpty()) {
            entities.createQuery(ROWS, Tuple.class)
                    .setParameter("orders", orders.toArray(UUID[]::new))
                    .getResultStream()
                    .map(row -> row.get(0, OrderSearchRow.class).summary(row.get(1, String.class)))
                    .forEach(summary -> summaries.put(summary.orderId(), summary));
        }
        return orders.stream().map(summaries::get).filter(Objects::nonNull).toList();
    }
}
