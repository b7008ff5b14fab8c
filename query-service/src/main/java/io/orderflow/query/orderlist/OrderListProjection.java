package io.orderflow.query.orderlist;

import static io.orderflow.query.platform.projection.StreamVersion.isNext;

import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.event.ItemQuantityChanged;
import io.orderflow.api.order.event.ItemsShipped;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.event.OrderConfirmed;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderDelivered;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.order.event.OrderExpired;
import io.orderflow.api.order.event.OrderItemAdded;
import io.orderflow.api.order.event.OrderItemRemoved;
import io.orderflow.api.order.event.OrderPlaced;
import io.orderflow.api.order.event.OrderRejected;
import io.orderflow.api.order.event.ShippingAddressChanged;
import io.orderflow.query.platform.projection.EventsMissing;
import io.orderflow.query.platform.projection.StreamVersion;
import io.orderflow.query.platform.stream.LiveUpdates;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the order list. Follows the orders' streams, and the customers' for the names.
 *
 * <p>Rows are found by primary key only: a query would make Hibernate flush in the middle of a batch.
 */
@Component
@ProcessingGroup("order-list")
class OrderListProjection {

    private final EntityManager entities;
    private final OrderCounts counts;
    private final LiveUpdates updates;

    OrderListProjection(EntityManager entities, OrderCounts counts, LiveUpdates updates) {
        this.entities = entities;
        this.counts = counts;
        this.updates = updates;
    }

    @EventHandler
    void on(OrderCreated event, @SequenceNumber long sequence, @Timestamp Instant at) {
        OrderListRow known = entities.find(OrderListRow.class, event.orderId());
        long held = known == null ? StreamVersion.NONE : known.version();
        if (isNext(OrderEvent.streamOf(event.orderId()), held, sequence)) {
            OrderListRow order = new OrderListRow(event, at);
            order.took(sequence, at);
            if (event.expiresAt() != null) { // otherwise it is placed in the same commit and never edited
                event.lines().forEach(line -> keep(event.orderId(), line));
                order.linesKept(true);
            }
            entities.persist(order);
            counts.entered(order);
            updates.publish(WatchOrders.class, new OrderChanged(order.summary(null), null, order.position()));
        }
    }

    @EventHandler
    void on(OrderItemAdded event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> {
            keep(event.orderId(), event.line());
            order.add(1, event.line().quantity());
            order.retotal(event.total().amount());
        });
    }

    @EventHandler
    void on(ItemQuantityChanged event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> {
            order.add(0, line(event.orderId(), event.lineId()).changeQuantity(event.quantity()));
            order.retotal(event.total().amount());
        });
    }

    @EventHandler
    void on(OrderItemRemoved event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> {
            OrderListLineRow line = line(event.orderId(), event.lineId());
            order.add(-1, -line.quantity());
            order.retotal(event.total().amount());
            entities.remove(line);
        });
    }

    @EventHandler
    void on(ShippingAddressChanged event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> {}); // not shown in a list, but a version like any other
    }

    @EventHandler
    void on(OrderPlaced event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> {
            order.become(OrderStatus.PLACED);
            order.count(event.lines());
            order.retotal(event.total().amount());
            dropLines(order);
        });
    }

    @EventHandler
    void on(OrderConfirmed event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> order.become(OrderStatus.CONFIRMED));
    }

    @EventHandler
    void on(OrderRejected event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> order.become(OrderStatus.REJECTED));
    }

    @EventHandler
    void on(OrderCancelled event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, this::cancel);
    }

    @EventHandler
    void on(OrderExpired event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, this::cancel);
    }

    @EventHandler
    void on(ItemsShipped event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> order.shipped(event.shippedAt(), event.complete()));
    }

    @EventHandler
    void on(OrderDelivered event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> order.become(OrderStatus.DELIVERED));
    }

    @EventHandler
    void on(CustomerRegistered event, @SequenceNumber long sequence) {
        name(event.customerId(), sequence, event.name());
    }

    @EventHandler
    void on(CustomerRenamed event, @SequenceNumber long sequence) {
        name(event.customerId(), sequence, event.name());
    }

    @EventHandler
    void on(CustomerErased event, @SequenceNumber long sequence) {
        name(event.customerId(), sequence, null);
    }

    private void change(OrderEvent event, long sequence, Instant at, Consumer<OrderListRow> change) {
        String stream = OrderEvent.streamOf(event.orderId());
        OrderListRow order = entities.find(OrderListRow.class, event.orderId());
        if (order == null) {
            throw new EventsMissing(stream, StreamVersion.NONE, sequence);
        }
        if (isNext(stream, order.version(), sequence)) {
            OrderStatus before = order.status();
            change.accept(order);
            order.took(sequence, at);
            counts.moved(order, before);
            updates.publish(WatchOrders.class, new OrderChanged(order.summary(null), before, order.position()));
        }
    }

    private void name(UUID customerId, long sequence, @Nullable String name) {
        OrderListCustomerRow customer = entities.find(OrderListCustomerRow.class, customerId);
        long held = customer == null ? StreamVersion.NONE : customer.version();
        if (isNext(CustomerEvent.streamOf(customerId), held, sequence)) {
            if (customer == null) {
                customer = new OrderListCustomerRow(customerId);
                entities.persist(customer);
            }
            customer.take(sequence, name);
        }
    }

    private void cancel(OrderListRow order) {
        order.become(OrderStatus.CANCELLED);
        dropLines(order);
    }

    private void keep(UUID orderId, OrderLine line) {
        entities.persist(new OrderListLineRow(orderId, line.lineId(), line.quantity()));
    }

    private OrderListLineRow line(UUID orderId, UUID lineId) {
        OrderListLineRow line = entities.find(OrderListLineRow.class, new OrderListLineRow.Key(orderId, lineId));
        if (line == null) {
            throw new IllegalStateException("order " + orderId + " has no line " + lineId);
        }
        return line;
    }

    /** One statement instead of one for each line; worth the flush, as an order comes here once at most. */
    private void dropLines(OrderListRow order) {
        if (order.linesKept()) {
            entities.createQuery("delete from OrderListLineRow l where l.key.orderId = :order")
                    .setParameter("order", order.orderId())
                    .executeUpdate();
            order.linesKept(false);
        }
    }
}
