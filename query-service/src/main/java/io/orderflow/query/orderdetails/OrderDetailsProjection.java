package io.orderflow.query.orderdetails;

import static io.orderflow.api.customer.event.CustomerEvent.streamOf;
import static io.orderflow.query.platform.projection.StreamVersion.isNext;

import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.ShipmentLine;
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
import io.orderflow.api.payment.event.PaymentAuthorisationRequested;
import io.orderflow.api.payment.event.PaymentAuthorised;
import io.orderflow.api.payment.event.PaymentCaptured;
import io.orderflow.api.payment.event.PaymentDeclined;
import io.orderflow.api.payment.event.PaymentEvent;
import io.orderflow.api.payment.event.PaymentRefunded;
import io.orderflow.api.payment.event.PaymentVoided;
import io.orderflow.query.platform.projection.EventPosition;
import io.orderflow.query.platform.projection.EventsMissing;
import io.orderflow.query.platform.projection.StreamVersion;
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
 * Writes the order details. Follows three streams: the order's, its payment's, and the customer's for the name.
 *
 * <p>Rows are found by primary key only: a query would make Hibernate flush in the middle of a batch.
 */
@Component
@ProcessingGroup("order-details")
class OrderDetailsProjection {

    private final EntityManager entities;

    OrderDetailsProjection(EntityManager entities) {
        this.entities = entities;
    }

    @EventHandler
    void on(OrderCreated event, @SequenceNumber long sequence, @Timestamp Instant at) {
        OrderDetailsRow known = entities.find(OrderDetailsRow.class, event.orderId());
        if (isNext(OrderEvent.streamOf(event.orderId()), versionOf(known), sequence)) {
            OrderDetailsRow order = new OrderDetailsRow(event, at);
            event.lines().forEach(line -> add(order, event.orderId(), line));
            took(order, sequence, at);
            entities.persist(order);
        }
    }

    @EventHandler
    void on(OrderItemAdded event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> {
            add(order, event.orderId(), event.line());
            order.retotal(event.total().amount());
        });
    }

    @EventHandler
    void on(ItemQuantityChanged event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> {
            order.addItems(line(event.orderId(), event.lineId()).changeQuantity(event.quantity()));
            order.retotal(event.total().amount());
        });
    }

    @EventHandler
    void on(OrderItemRemoved event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> {
            OrderDetailsLineRow line = line(event.orderId(), event.lineId());
            order.addItems(-line.quantity());
            order.retotal(event.total().amount());
            entities.remove(line);
        });
    }

    @EventHandler
    void on(ShippingAddressChanged event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> order.shipTo(OrderDetailsAddress.of(event.shippingAddress())));
    }

    @EventHandler
    void on(OrderPlaced event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> order.placed(at));
    }

    @EventHandler
    void on(OrderConfirmed event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> order.confirmed(at));
    }

    @EventHandler
    void on(OrderRejected event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> order.rejected(event));
    }

    @EventHandler
    void on(OrderCancelled event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> order.cancelled(event.reason()));
    }

    @EventHandler
    void on(OrderExpired event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> order.cancelled("expired"));
    }

    @EventHandler
    void on(ItemsShipped event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> {
            entities.persist(new OrderDetailsShipmentRow(order.nextShipmentPosition(), event));
            int position = 0;
            for (ShipmentLine item : event.items()) {
                entities.persist(new OrderDetailsShippedItemRow(event, position++, item));
            }
            order.shipped(event.shippedAt(), event.complete());
        });
    }

    @EventHandler
    void on(OrderDelivered event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, at, order -> order.delivered(at));
    }

    @EventHandler
    void on(PaymentAuthorisationRequested event, @SequenceNumber long sequence, @Timestamp Instant at) {
        pay(
                event,
                sequence,
                at,
                order -> order.pay(OrderDetailsPayment.requested(
                        event.paymentId(), event.amount().amount())));
    }

    @EventHandler
    void on(PaymentAuthorised event, @SequenceNumber long sequence, @Timestamp Instant at) {
        pay(
                event,
                sequence,
                at,
                order -> order.payment(
                        payment -> payment.authorised(event.amount().amount())));
    }

    @EventHandler
    void on(PaymentDeclined event, @SequenceNumber long sequence, @Timestamp Instant at) {
        pay(event, sequence, at, order -> order.payment(payment -> payment.declined(event.reason())));
    }

    @EventHandler
    void on(PaymentCaptured event, @SequenceNumber long sequence, @Timestamp Instant at) {
        pay(
                event,
                sequence,
                at,
                order -> order.payment(
                        payment -> payment.captured(event.captured().amount(), event.complete())));
    }

    @EventHandler
    void on(PaymentRefunded event, @SequenceNumber long sequence, @Timestamp Instant at) {
        pay(
                event,
                sequence,
                at,
                order -> order.payment(
                        payment -> payment.refunded(event.refunded().amount())));
    }

    @EventHandler
    void on(PaymentVoided event, @SequenceNumber long sequence, @Timestamp Instant at) {
        pay(event, sequence, at, order -> order.payment(OrderDetailsPayment::voided));
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

    private void change(OrderEvent event, long sequence, Instant at, Consumer<OrderDetailsRow> change) {
        String stream = OrderEvent.streamOf(event.orderId());
        OrderDetailsRow order = known(event.orderId(), stream, sequence);
        if (isNext(stream, order.version(), sequence)) {
            change.accept(order);
            took(order, sequence, at);
        }
    }

    private void pay(PaymentEvent event, long sequence, Instant at, Consumer<OrderDetailsRow> change) {
        String stream = PaymentEvent.streamOf(event.paymentId());
        OrderDetailsRow order = known(event.orderId(), stream, sequence);
        if (isNext(stream, order.paymentVersion(), sequence)) {
            change.accept(order);
            order.tookPayment(sequence, at);
        }
    }

    private void name(UUID customerId, long sequence, @Nullable String name) {
        OrderDetailsCustomerRow customer = entities.find(OrderDetailsCustomerRow.class, customerId);
        long held = customer == null ? StreamVersion.NONE : customer.version();
        if (isNext(streamOf(customerId), held, sequence)) {
            if (customer == null) {
                customer = new OrderDetailsCustomerRow(customerId);
                entities.persist(customer);
            }
            customer.take(sequence, name);
        }
    }

    private void add(OrderDetailsRow order, UUID orderId, OrderLine line) {
        entities.persist(new OrderDetailsLineRow(orderId, order.nextLinePosition(), line));
        order.addItems(line.quantity());
    }

    private void took(OrderDetailsRow order, long sequence, Instant at) {
        OrderDetailsCustomerRow customer = entities.find(OrderDetailsCustomerRow.class, order.customerId());
        order.took(sequence, at, customer == null ? StreamVersion.NONE : customer.version(), EventPosition.isReplay());
    }

    private OrderDetailsRow known(UUID orderId, String stream, long sequence) {
        OrderDetailsRow order = entities.find(OrderDetailsRow.class, orderId);
        if (order == null) {
            throw new EventsMissing(stream, StreamVersion.NONE, sequence);
        }
        return order;
    }

    private OrderDetailsLineRow line(UUID orderId, UUID lineId) {
        OrderDetailsLineRow line =
                entities.find(OrderDetailsLineRow.class, new OrderDetailsLineRow.Key(orderId, lineId));
        if (line == null) {
            throw new IllegalStateException("order " + orderId + " has no line " + lineId);
        }
        return line;
    }

    private static long versionOf(@Nullable OrderDetailsRow order) {
        return order == null ? StreamVersion.NONE : order.version();
    }
}
