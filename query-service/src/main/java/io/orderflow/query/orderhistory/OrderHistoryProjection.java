package io.orderflow.query.orderhistory;

import static io.orderflow.query.platform.projection.Columns.instant;
import static io.orderflow.query.platform.projection.Columns.later;
import static io.orderflow.query.platform.projection.StreamVersion.isNext;

import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.order.query.OrderHistoryEntry;
import io.orderflow.api.payment.event.PaymentEvent;
import io.orderflow.query.platform.projection.EventsMissing;
import io.orderflow.query.platform.projection.StreamVersion;
import io.orderflow.query.platform.stream.LiveUpdates;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/**
 * Writes the order history. Follows three streams: the order's, its payment's, and the customer's for the names. Events of
 * an order and of its payment come one after the other, in the order of the store, so counting them gives their positions.
 *
 * <p>Every event of an order or a payment is kept as it is, whatever its type; what it means is asked when it is read.
 */
@Component
@ProcessingGroup("order-history")
class OrderHistoryProjection {

    private static final String FORGET_NAMES = "delete from OrderHistoryNameRow n where n.key.customerId = :customer";

    private final EntityManager entities;
    private final StoredEvents stored;
    private final LiveUpdates updates;

    OrderHistoryProjection(EntityManager entities, StoredEvents stored, LiveUpdates updates) {
        this.entities = entities;
        this.stored = stored;
        this.updates = updates;
    }

    @EventHandler
    void on(OrderEvent event, DomainEventMessage<?> message) {
        OrderHistoryRow known = entities.find(OrderHistoryRow.class, event.orderId());
        long held = known == null ? StreamVersion.NONE : known.version();
        if (isNext(OrderEvent.streamOf(event.orderId()), held, message.getSequenceNumber())) {
            OrderHistoryRow order = known == null ? begin(event, message) : known;
            keep(order, order.took(message.getSequenceNumber()), OrderHistoryEntry.Stream.ORDER, message);
            updates.publish(WatchHistories.class, new HistoryGrown(event.orderId()));
        }
    }

    @EventHandler
    void on(PaymentEvent event, DomainEventMessage<?> message) {
        String stream = PaymentEvent.streamOf(event.paymentId());
        OrderHistoryRow order = entities.find(OrderHistoryRow.class, event.orderId());
        if (order == null) {
            throw new EventsMissing(stream, StreamVersion.NONE, message.getSequenceNumber());
        }
        if (isNext(stream, order.paymentVersion(), message.getSequenceNumber())) {
            keep(order, order.tookPayment(message.getSequenceNumber()), OrderHistoryEntry.Stream.PAYMENT, message);
        }
    }

    @EventHandler
    void on(CustomerRegistered event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, customer -> name(customer, event.customerId(), event.name(), at));
    }

    @EventHandler
    void on(CustomerRenamed event, @SequenceNumber long sequence, @Timestamp Instant at) {
        change(event, sequence, customer -> name(customer, event.customerId(), event.name(), at));
    }

    /** One statement for however many names there were; worth the flush, as a customer is erased once. */
    @EventHandler
    void on(CustomerErased event, @SequenceNumber long sequence) {
        change(event, sequence, customer -> entities.createQuery(FORGET_NAMES)
                .setParameter("customer", event.customerId())
                .executeUpdate());
    }

    private OrderHistoryRow begin(OrderEvent event, DomainEventMessage<?> message) {
        if (!(event instanceof OrderCreated created)) {
            throw new IllegalStateException("order " + event.orderId() + " begins with " + message.getPayloadType());
        }
        OrderHistoryRow order = new OrderHistoryRow(created, message.getTimestamp());
        entities.persist(order);
        return order;
    }

    private void keep(
            OrderHistoryRow order, int position, OrderHistoryEntry.Stream stream, DomainEventMessage<?> message) {
        String type = message.getPayloadType().getSimpleName();
        entities.persist(
                new OrderHistoryEventRow(order.orderId(), position, stream, message, type, stored.text(message)));
    }

    private void change(CustomerEvent event, long sequence, Consumer<OrderHistoryCustomerRow> change) {
        OrderHistoryCustomerRow customer = entities.find(OrderHistoryCustomerRow.class, event.customerId());
        long held = customer == null ? StreamVersion.NONE : customer.version();
        if (isNext(CustomerEvent.streamOf(event.customerId()), held, sequence)) {
            if (customer == null) {
                customer = new OrderHistoryCustomerRow(event.customerId());
                entities.persist(customer);
            }
            customer.took(sequence);
            change.accept(customer);
        }
    }

    /** Begins a name and ends the one before, not before that one began if a clock was set back between them. */
    private void name(OrderHistoryCustomerRow customer, UUID customerId, String name, Instant at) {
        OrderHistoryNameRow before = entities.find(
                OrderHistoryNameRow.class, new OrderHistoryNameRow.Key(customerId, customer.nameVersion()));
        Instant from = before == null ? instant(at) : later(before.from(), instant(at));
        if (before != null) {
            before.end(from);
        }
        customer.named(customer.version());
        entities.persist(new OrderHistoryNameRow(customerId, customer.version(), name, from));
    }
}
