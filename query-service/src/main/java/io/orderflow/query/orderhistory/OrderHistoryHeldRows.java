package io.orderflow.query.orderhistory;

import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.reconciliation.RowsOfStreams;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the history holds of an order with its payment, and of a customer. */
@Component
class OrderHistoryHeldRows extends RowsOfStreams {

    OrderHistoryHeldRows(EntityManager entities) {
        super(
                entities,
                "order-history",
                new Kind<>(
                        UUID::fromString,
                        OrderEvent::streamOf,
                        List.of(
                                "delete from OrderHistoryEventRow r where r.key.orderId = :id",
                                "delete from OrderHistoryRow r where r.orderId = :id")),
                new Kind<>(
                        UUID::fromString,
                        CustomerEvent::streamOf,
                        List.of(
                                "delete from OrderHistoryNameRow r where r.key.customerId = :id",
                                "delete from OrderHistoryCustomerRow r where r.customerId = :id")));
    }
}
