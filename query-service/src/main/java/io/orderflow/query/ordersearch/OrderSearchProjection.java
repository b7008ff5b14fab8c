package io.orderflow.query.ordersearch;

import static io.orderflow.query.platform.projection.StreamVersion.isNext;

import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.order.Address;
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
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes what orders are found by. Follows the orders' streams, and the customers' for the names.
 *
 * <p>Rows are found by primary key only: a query would make Hibernate flush in the middle of a batch.
 */
@Component
@ProcessingGroup("order-search")
class OrderSearchProjection {

    private final EntityManager entities;
    private final WordIndex index;

    OrderSearchProjection(EntityManager entities, WordIndex index) {
        this.entities = entities;
        this.index = index;
    }

    @EventHandler
    void on(OrderCreated event, @SequenceNumber long sequence, @Timestamp Instant at) {
        OrderSearchRow known = entities.find(OrderSearchRow.class, event.orderId());
        long held = known == null ? StreamVersion.NONE : known.version();
        if (isNext(OrderEvent.streamOf(event.orderId()), held, sequence)) {
            OrderSearchRow order = new OrderSearchRow(event, at);
            order.took(sequence, at);
            order.linesKept(event.expiresAt() != null); // otherwise it is placed in the same commit and never edited
            entities.persist(order);
            shipTo(order, event.shippingAddress());
            event.lines().forEach(line -> add(order, line));
        }
    }

    @EventHandler
    void on(OrderItemAdded event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> {
            add(order, event.line());
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
            OrderSearchLineRow line = line(event.orderId(), event.lineId());
            order.add(-1, -line.quantity());
            order.retotal(event.total().amount());
            index.remove(order, line.words());
            entities.remove(line);
            entities.flush(); // so that a line that comes back in the same batch is not inserted before this
        });
    }

    @EventHandler
    void on(ShippingAddressChanged event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> {
            Set<String> before = SearchWords.of(order.city());
            shipTo(order, event.shippingAddress()); // first, so that a word of both cities stays
            index.remove(order, before);
        });
    }

    @EventHandler
    void on(OrderPlaced event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> {
            order.become(OrderStatus.PLACED);
            order.count(event.lines());
            order.retotal(event.total().amount());
            endEdits(order);
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
        change(event, sequence, at, order -> {
            order.shipped(event.shippedAt(), event.complete());
            index.add(order, SearchWords.of(event.trackingNumber()));
        });
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

    private void change(OrderEvent event, long sequence, Instant at, Consumer<OrderSearchRow> change) {
        String stream = OrderEvent.streamOf(event.orderId());
        OrderSearchRow order = entities.find(OrderSearchRow.class, event.orderId());
        if (order == null) {
            throw new EventsMissing(stream, StreamVersion.NONE, sequence);
        }
        if (isNext(stream, order.version(), sequence)) {
            change.accept(order);
            order.took(sequence, at);
        }
    }

    private void name(UUID customerId, long sequence, @Nullable String name) {
        OrderSearchCustomerRow customer = entities.find(OrderSearchCustomerRow.class, customerId);
        long held = customer == null ? StreamVersion.NONE : customer.version();
        if (isNext(CustomerEvent.streamOf(customerId), held, sequence)) {
            if (customer == null) {
                customer = new OrderSearchCustomerRow(customerId);
                entities.persist(customer);
            }
            Set<String> words = name == null ? Set.of() : SearchWords.of(name);
            index.change(customerId, customer.words(), words);
            customer.take(sequence, name, words);
        }
    }

    private void cancel(OrderSearchRow order) {
        order.become(OrderStatus.CANCELLED);
        endEdits(order);
    }

    private void shipTo(OrderSearchRow order, Address address) {
        order.shipTo(address.city());
        index.add(order, SearchWords.of(address.city()));
    }

    private void add(OrderSearchRow order, OrderLine line) {
        Set<String> words = SearchWords.of(line.sku(), line.productName());
        index.add(order, words);
        if (order.linesKept()) {
            entities.persist(new OrderSearchLineRow(order.orderId(), line.lineId(), line.quantity(), words));
        }
    }

    private OrderSearchLineRow line(UUID orderId, UUID lineId) {
        OrderSearchLineRow line = entities.find(OrderSearchLineRow.class, new OrderSearchLineRow.Key(orderId, lineId));
        if (line == null) {
            throw new IllegalStateException("order " + orderId + " has no line " + lineId);
        }
        return line;
    }

    /** One statement instead of one for each line; worth the flush, as an order comes here once at most. */
    private void endEdits(OrderSearchRow order) {
        if (order.linesKept()) {
            entities.createQuery("delete from OrderSearchLineRow l where l.key.orderId = :order")
                    .setParameter("order", order.orderId())
                    .executeUpdate();
            order.endEdits();
        }
    }
}
