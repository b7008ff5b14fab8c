package io.orderflow.query.orderdetails;

import io.orderflow.api.order.query.FindOrder;
import io.orderflow.api.order.query.OrderView;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers questions about one order.
 *
 * <p>Order, name and lines come from one statement and the shipments from a second that is bound to what the first saw, so
 * that an order that changes meanwhile is never shown half old, half new, whatever the isolation of the transaction.
 */
@Component
class OrderDetailsQueries {

    private static final String ORDER =
            """
            select o, c.name, l from OrderDetailsRow o
            left join OrderDetailsCustomerRow c on c.customerId = o.customerId
            left join OrderDetailsLineRow l on l.key.orderId = o.orderId
            where o.orderId = :order
            order by l.position""";

    private static final String SHIPMENTS =
            """
            select s, i from OrderDetailsShipmentRow s
            join OrderDetailsShippedItemRow i
                on i.key.orderId = s.key.orderId and i.key.shipmentId = s.key.shipmentId
            where s.key.orderId = :order and s.position < :seen
            order by s.position, i.position""";

    private static final String UNCHANGED =
            """
            select 1 from OrderDetailsRow o
            left join OrderDetailsCustomerRow c on c.customerId = o.customerId
            where o.orderId = :order and o.version = :version
                and o.paymentVersion = o.paymentVersionSeen
                and coalesce(c.version, -1) = o.customerVersionSeen""";

    private final EntityManager entities;
    private final OrderViewCache cache;
    private final TransactionTemplate reading;

    OrderDetailsQueries(EntityManager entities, OrderViewCache cache, PlatformTransactionManager transactions) {
        this.entities = entities;
        this.cache = cache;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** In no transaction of its own: a view that is kept needs no connection. */
    @QueryHandler
    public Optional<OrderView> handle(FindOrder query) {
        return cache.get(query.orderId(), id -> reading.execute(status -> read(id)));
    }

    private Optional<OrderView> read(UUID orderId) {
        List<Tuple> rows = entities.createQuery(ORDER, Tuple.class)
                .setParameter("order", orderId)
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        OrderDetailsRow order = rows.get(0).get(0, OrderDetailsRow.class);
        Map<UUID, Integer> shippedByLine = new HashMap<>();
        List<OrderView.Shipment> shipments = shipments(orderId, order.shipmentCount(), shippedByLine);
        List<OrderView.Line> lines = rows.stream()
                .map(row -> row.get(2, OrderDetailsLineRow.class))
                .filter(Objects::nonNull)
                .map(line -> line.view(order.currency(), shippedByLine.getOrDefault(line.lineId(), 0)))
                .toList();
        return Optional.of(order.view(rows.get(0).get(1, String.class), lines, shipments));
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public Boolean handle(OrderUnchanged query) {
        return !entities.createQuery(UNCHANGED, Integer.class)
                .setParameter("order", query.orderId())
                .setParameter("version", query.version())
                .getResultList()
                .isEmpty();
    }

    private List<OrderView.Shipment> shipments(UUID orderId, int seen, Map<UUID, Integer> shippedByLine) {
        if (seen == 0) {
            return List.of();
        }
        Map<OrderDetailsShipmentRow, List<OrderView.ShippedItem>> items = new LinkedHashMap<>();
        entities.createQuery(SHIPMENTS, Tuple.class)
                .setParameter("order", orderId)
                .setParameter("seen", seen)
                .getResultStream()
                .forEach(row -> {
                    OrderView.ShippedItem item =
                            row.get(1, OrderDetailsShippedItemRow.class).view();
                    items.computeIfAbsent(row.get(0, OrderDetailsShipmentRow.class), shipment -> new ArrayList<>())
                            .add(item);
                    shippedByLine.merge(item.lineId(), item.quantity(), Integer::sum);
                });
        List<OrderView.Shipment> shipments = new ArrayList<>(items.size());
        items.forEach((shipment, shipped) -> shipments.add(shipment.view(List.copyOf(shipped))));
        return shipments;
    }
}
