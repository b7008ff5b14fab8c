package io.orderflow.query.platform.generation;

import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.event.OrderConfirmed;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderDelivered;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.payment.event.PaymentEvent;
import io.orderflow.api.stock.StockLevel;
import io.orderflow.api.stock.StockUnit;
import io.orderflow.api.stock.event.StockEvent;
import io.orderflow.api.stock.event.StockRegistered;
import io.orderflow.api.stock.event.StockReserved;
import io.orderflow.query.platform.projection.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Records the events of many orders, each with some of its life behind it. */
final class Shop {

    private final EventStorageEngine events;
    private final Map<String, Long> versions = new HashMap<>();
    private final List<GenericDomainEventMessage<?>> batch = new ArrayList<>();
    private int orders;

    Shop(EventStorageEngine events) {
        this.events = events;
        record(new StockRegistered("A-1", "Product A-1", new StockLevel(1_000_000, 0, 0), StockUnit.PIECE));
        flush();
    }

    /** Goes on where another one has stopped. */
    Shop(EventStorageEngine events, int orders) {
        this.events = events;
        this.orders = orders;
    }

    /** So many orders more; the ids of all, in order, are {@link #id(int)}. */
    void sell(int more) {
        for (int i = 0; i < more; i++) {
            order(orders++);
            if (batch.size() > 500) {
                flush();
            }
        }
        flush();
    }

    int orders() {
        return orders;
    }

    static UUID id(int order) {
        return Sample.id(0x1000000 + order);
    }

    private void order(int number) {
        UUID id = id(number);
        UUID customer = Sample.id(0x2000000 + number / 7);
        if (number % 7 == 0) {
            record(new CustomerRegistered(customer, "Customer " + number / 7, "c" + number + "@example.org"));
        }
        OrderCreated created = Sample.created(id, customer, Sample.ORDERED.plus(Duration.ofHours(number % 2_000)));
        record(created);
        if (number % 5 == 0) {
            return;
        }
        record(Sample.placed(created));
        record(new StockReserved("A-1", id, 10, new StockLevel(1_000_000, 10L * number, 0)));
        record(Sample.requested(id, "10.00"));
        record(Sample.authorised(id, "10.00"));
        if (number % 5 == 1) {
            record(new OrderCancelled(id, "changed my mind"));
            return;
        }
        record(new OrderConfirmed(id));
        if (number % 5 == 2) {
            record(Sample.shipped(id, 1, Sample.FIRST_LINE, 10, true));
            record(Sample.captured(id, "10.00", "10.00", true));
            record(new OrderDelivered(id));
        }
    }

    /** The next event of its stream, appended with the others soon. */
    void record(Object event) {
        String stream = streamOf(event);
        long version = versions.merge(stream, 0L, (last, none) -> last + 1);
        batch.add(new GenericDomainEventMessage<>("Test", stream, version, event));
    }

    void flush() {
        if (!batch.isEmpty()) {
            events.appendEvents(List.copyOf(batch));
            batch.clear();
        }
    }

    private static String streamOf(Object event) {
        if (event instanceof OrderEvent order) {
            return OrderEvent.streamOf(order.orderId());
        }
        if (event instanceof PaymentEvent payment) {
            return PaymentEvent.streamOf(payment.paymentId());
        }
        return event instanceof StockEvent stock
                ? StockEvent.streamOf(stock.sku())
                : CustomerEvent.streamOf(((CustomerEvent) event).customerId());
    }
}
