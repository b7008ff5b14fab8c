package io.orderflow.query.ordersearch;

import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.reconciliation.RowsOfStreams;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the search holds of an order, and of a customer. Words are deleted by a look at each: there is no index by order, and a repair is rare. */
@Component
class OrderSearchHeldRows extends RowsOfStreams {

    OrderSearchHeldRows(EntityManager entities) {
        super(
                entities,
                "order-search",
                new Kind<>(
                        UUID::fromString,
                        OrderEvent::streamOf,
                        List.of(
                                "delete from OrderSearchTokenRow r where r.key.orderId = :id",
                                "delete from OrderSearchLineRow r where r.key.orderId = :id",
                                "delete from OrderSearchRow r where r.orderId = :id")),
                new Kind<>(
                        UUID::fromString,
                        CustomerEvent::streamOf,
                        List.of(
                                "delete from OrderSearchCustomerTokenRow r where r.key.customerId = :id",
                                "delete from OrderSearchCustomerRow r where r.customerId = :id")));
    }
}
