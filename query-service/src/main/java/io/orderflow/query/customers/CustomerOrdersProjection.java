package io.orderflow.query.customers;

import static io.orderflow.query.platform.projection.StreamVersion.isNext;

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
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

/** Writes what each customer has ordered. Follows the orders' streams. */
@Component
@ProcessingGroup("customers")
class CustomerOrdersProjection {

    private final EntityManager entities;

    CustomerOrdersProjection(EntityManager entities) {
        this.entities = entities;
    }

    @EventHandler
    void on(OrderCreated event, @SequenceNumber long sequence) {
        CustomerOrderRow known = entities.find(CustomerOrderRow.class, event.orderId());
        long held = known == null ? StreamVersion.NONE : known.version();
        if (isNext(OrderEvent.streamOf(event.orderId()), held, sequence)) {
            CustomerOrderRow order = new CustomerOrderRow(event);
            order.took(sequence);
            entities.persist(order);
        }
    }

    @EventHandler
    void on(OrderItemAdded event, @SequenceNumber long sequence) {
        change(event, sequence, order -> order.retotal(event.total()));
    }

    @EventHandler
    void on(ItemQuantityChanged event, @SequenceNumber long sequence) {
        change(event, sequence, order -> order.retotal(event.total()));
    }

    @EventHandler
    void on(OrderItemRemoved event, @SequenceNumber long sequence) {
        change(event, sequence, order -> order.retotal(event.total()));
    }

    @EventHandler
    void on(ShippingAddressChanged event, @SequenceNumber long sequence) {
        change(event, sequence, order -> {});
    }

    @EventHandler
    void on(OrderPlaced event, @SequenceNumber long sequence) {
        change(event, sequence, order -> {
            order.become(OrderStatus.PLACED);
            order.retotal(event.total());
        });
    }

    @EventHandler
    void on(OrderConfirmed event, @SequenceNumber long sequence) {
        change(event, sequence, order -> order.become(OrderStatus.CONFIRMED));
    }

    @EventHandler
    void on(OrderRejected event, @SequenceNumber long sequence) {
        change(event, sequence, order -> order.become(OrderStatus.REJECTED));
    }

    @EventHandler
    void on(OrderCancelled event, @SequenceNumber long sequence) {
        change(event, sequence, order -> order.become(OrderStatus.CANCELLED));
    }

    @EventHandler
    void on(OrderExpired event, @SequenceNumber long sequence) {
        change(event, sequence, order -> order.become(OrderStatus.CANCELLED));
    }

    @EventHandler
    void on(ItemsShipped event, @SequenceNumber long sequence) {
        change(
                event,
                sequence,
                order -> order.become(event.complete() ? OrderStatus.SHIPPED : OrderStatus.PARTIALLY_SHIPPED));
    }

    @EventHandler
    void on(OrderDelivered event, @SequenceNumber long sequence) {
        change(event, sequence, order -> order.become(OrderStatus.DELIVERED));
    }

    private void change(OrderEvent event, long sequence, Consumer<CustomerOrderRow> change) {
        String stream = OrderEvent.streamOf(event.orderId());
        CustomerOrderRow order = entities.find(CustomerOrderRow.class, event.orderId());
        if (order == null) {
            throw new EventsMissing(stream, StreamVersion.NONE, sequence);
        }
        if (isNext(stream, order.version(), sequence)) {
            change.accept(order);
            order.took(sequence);
        }
    }
}
