package io.orderflow.query.orderlist;

import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.reconciliation.RowsOfStreams;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the list holds of an order, which is counted no longer, and of a customer. */
@Component
class OrderListHeldRows extends RowsOfStreams {

    private final OrderCounts counts;

    OrderListHeldRows(EntityManager entities, OrderCounts counts) {
        super(
                entities,
                "order-list",
                new Kind<>(
                        UUID::fromString,
                        OrderEvent::streamOf,
                        List.of(
                                "delete from OrderListLineRow r where r.key.orderId = :id",
                                "delete from OrderListRow r where r.orderId = :id")),
                new Kind<>(
                        UUID::fromString,
                        CustomerEvent::streamOf,
                        List.of("delete from OrderListCustomerRow r where r.customerId = :id")));
        this.counts = counts;
    }

    @Override
    public void forget(String stream, @Nullable Object first) {
        super.forget(stream, first);
        if (first instanceof OrderCreated created) {
            counts.recount(created.orderId(), created.orderedAt());
        }
    }
}
