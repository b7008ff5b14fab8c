package io.orderflow.query.salesstatistics;

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
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the statistics. Follows the orders' streams, and the customers' for the names.
 *
 * <p>The order's own row tells by its version whether an event is new, and with it change, in the same transaction, the
 * sums of the day. An order counts from {@link OrderPlaced} on; what ends before leaves no trace in the sums. Rows are
 * found by primary key only: a query would make Hibernate flush in the middle of a batch.
 */
@Component
@ProcessingGroup("sales-statistics")
class SalesStatisticsProjection {

    private final EntityManager entities;

    SalesStatisticsProjection(EntityManager entities) {
        this.entities = entities;
    }

    @EventHandler
    void on(OrderCreated event, @SequenceNumber long sequence) {
        SalesOrderRow known = entities.find(SalesOrderRow.class, event.orderId());
        long held = known == null ? StreamVersion.NONE : known.version();
        if (isNext(OrderEvent.streamOf(event.orderId()), held, sequence)) {
            SalesOrderRow order = new SalesOrderRow(event);
            order.took(sequence);
            entities.persist(order);
        }
    }

    /** Changes no sum, like every edit: what is placed is told when it is placed. */
    @EventHandler
    void on(OrderItemAdded event, @SequenceNumber long sequence) {
        change(event, sequence, order -> {});
    }

    @EventHandler
    void on(ItemQuantityChanged event, @SequenceNumber long sequence) {
        change(event, sequence, order -> {});
    }

    @EventHandler
    void on(OrderItemRemoved event, @SequenceNumber long sequence) {
        change(event, sequence, order -> {});
    }

    @EventHandler
    void on(ShippingAddressChanged event, @SequenceNumber long sequence) {
        change(event, sequence, order -> order.shipTo(event.shippingAddress()));
    }

    @EventHandler
    void on(OrderPlaced event, @SequenceNumber long sequence) {
        change(event, sequence, order -> {
            order.become(OrderStatus.PLACED);
            order.place(event, keepProducts(order, event));
            sums(order).add(order);
        });
    }

    @EventHandler
    void on(OrderConfirmed event, @SequenceNumber long sequence) {
        change(event, sequence, order -> move(order, OrderStatus.CONFIRMED));
    }

    @EventHandler
    void on(OrderRejected event, @SequenceNumber long sequence) {
        change(
                event,
                sequence,
                order -> lose(
                        order,
                        OrderStatus.REJECTED,
                        Outcome.REJECTED,
                        event.reason().name()));
    }

    @EventHandler
    void on(OrderCancelled event, @SequenceNumber long sequence) {
        change(event, sequence, order -> lose(order, OrderStatus.CANCELLED, Outcome.CANCELLED, event.reason()));
    }

    @EventHandler
    void on(OrderExpired event, @SequenceNumber long sequence) {
        change(event, sequence, order -> order.become(OrderStatus.CANCELLED));
    }

    @EventHandler
    void on(ItemsShipped event, @SequenceNumber long sequence) {
        change(event, sequence, order -> {
            move(order, event.complete() ? OrderStatus.SHIPPED : OrderStatus.PARTIALLY_SHIPPED);
            order.ship(event.shippedAt(), event.complete());
        });
    }

    @EventHandler
    void on(OrderDelivered event, @SequenceNumber long sequence) {
        change(event, sequence, order -> move(order, OrderStatus.DELIVERED));
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

    private void change(OrderEvent event, long sequence, Consumer<SalesOrderRow> change) {
        String stream = OrderEvent.streamOf(event.orderId());
        SalesOrderRow order = entities.find(SalesOrderRow.class, event.orderId());
        if (order == null) {
            throw new EventsMissing(stream, StreamVersion.NONE, sequence);
        }
        if (isNext(stream, order.version(), sequence)) {
            change.accept(order);
            order.took(sequence);
        }
    }

    private void name(UUID customerId, long sequence, @Nullable String name) {
        SalesCustomerRow customer = entities.find(SalesCustomerRow.class, customerId);
        long held = customer == null ? StreamVersion.NONE : customer.version();
        if (isNext(CustomerEvent.streamOf(customerId), held, sequence)) {
            if (customer == null) {
                customer = new SalesCustomerRow(customerId);
                entities.persist(customer);
            }
            customer.take(sequence, name);
        }
    }

    private int keepProducts(SalesOrderRow order, OrderPlaced event) {
        Map<String, SalesProductRow> products = new LinkedHashMap<>();
        for (OrderLine line : event.lines()) {
            products.computeIfAbsent(line.sku(), sku -> new SalesProductRow(order, products.size(), line))
                    .add(line);
        }
        products.values().forEach(entities::persist);
        return products.size();
    }

    private void lose(SalesOrderRow order, OrderStatus status, Outcome how, String why) {
        boolean counted = order.isPlaced();
        move(order, status);
        if (counted) {
            order.lose(how, why);
            for (int position = 0; position < order.productCount(); position++) {
                product(order, position).lose(how);
            }
        }
    }

    private void move(SalesOrderRow order, OrderStatus next) {
        if (order.isPlaced()) {
            sums(order).subtract(order);
            order.become(next);
            sums(order).add(order);
        } else {
            order.become(next);
        }
    }

    private SalesDayRow sums(SalesOrderRow order) {
        SalesDayRow.Key key = SalesDayRow.Key.of(order);
        SalesDayRow sums = entities.find(SalesDayRow.class, key);
        if (sums == null) {
            sums = new SalesDayRow(key);
            entities.persist(sums);
        }
        return sums;
    }

    private SalesProductRow product(SalesOrderRow order, int position) {
        SalesProductRow product =
                entities.find(SalesProductRow.class, new SalesProductRow.Key(order.orderId(), position));
        if (product == null) {
            throw new IllegalStateException("order " + order.orderId() + " has no product " + position);
        }
        return product;
    }
}
