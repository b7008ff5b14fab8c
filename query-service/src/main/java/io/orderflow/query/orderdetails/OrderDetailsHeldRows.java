package io.orderflow.query.orderdetails;

import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.reconciliation.RowsOfStreams;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the order details hold of an order with its payment, and of a customer. */
@Component
class OrderDetailsHeldRows extends RowsOfStreams {

    OrderDetailsHeldRows(EntityManager entities) {
        super(
                entities,
                "order-details",
                new Kind<>(
                        UUID::fromString,
                        OrderEvent::streamOf,
                        List.of(
                                "delete from OrderDetailsShippedItemRow r where r.key.orderId = :id",
                                "delete from OrderDetailsShipmentRow r where r.key.orderId = :id",
                                "delete from OrderDetailsLineRow r where r.key.orderId = :id",
                                "delete from OrderDetailsRow r where r.orderId = :id")),
                new Kind<>(
                        UUID::fromString,
                        CustomerEvent::streamOf,
                        List.of("delete from OrderDetailsCustomerRow r where r.customerId = :id")));
    }
}
