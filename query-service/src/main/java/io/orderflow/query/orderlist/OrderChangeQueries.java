package io.orderflow.query.orderlist;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the live list what has changed since a position. */
@Component
class OrderChangeQueries {

    private static final String SINCE = OrderListStatement.ROWS + " where o.position > :position order by o.position";

    private final EntityManager entities;

    OrderChangeQueries(EntityManager entities) {
        this.entities = entities;
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public List<ChangedOrder> handle(ChangesSince query) {
        return entities.createQuery(SINCE, Tuple.class)
                .setParameter("position", query.position())
                .setMaxResults(query.limit())
                .getResultStream()
                .map(OrderChangeQueries::changed)
                .toList();
    }

    private static ChangedOrder changed(Tuple row) {
        OrderListRow order = row.get(0, OrderListRow.class);
        return new ChangedOrder(order.summary(row.get(1, String.class)), order.position());
    }
}
