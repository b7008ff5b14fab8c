package io.orderflow.query.platform.projection;

import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.payment.event.PaymentEvent;
import io.orderflow.api.stock.event.StockEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives events to projections as a processor does, numbering them by stream: one event a transaction, or many. */
public final class EventFeed {

    /** When the first event of a history is recorded; each later one a second after the one before. */
    public static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final TransactionTemplate transaction;
    private final List<AnnotationEventHandlerAdapter> projections;
    private final Map<String, Long> versions = new HashMap<>();
    private int published;

    EventFeed(TransactionTemplate transaction, List<?> projections) {
        this.transaction = transaction;
        this.projections =
                projections.stream().map(AnnotationEventHandlerAdapter::new).toList();
    }

    /** Numbers events as the next of their streams and gives them to the projections, one in a transaction. */
    public void publish(Object... events) {
        number(List.of(events)).forEach(event -> deliver(List.of(event)));
    }

    /** The same events as messages, the next of their streams. */
    public List<DomainEventMessage<?>> number(List<?> events) {
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (Object event : events) {
            String stream = streamOf(event);
            long sequence = versions.merge(stream, 0L, (last, none) -> last + 1);
            messages.add(new GenericDomainEventMessage<>(
                    "Test", stream, sequence, event, Map.of(), "event-" + published, START.plusSeconds(published)));
            published++;
        }
        return messages;
    }

    /** Gives numbered events to the projections, all in one transaction. */
    public void deliver(List<? extends DomainEventMessage<?>> events) {
        transaction.executeWithoutResult(status -> {
            for (DomainEventMessage<?> event : events) {
                for (AnnotationEventHandlerAdapter projection : projections) {
                    if (projection.canHandle(event)) {
                        handle(projection, event);
                    }
                }
            }
        });
    }

    private static void handle(AnnotationEventHandlerAdapter projection, DomainEventMessage<?> event) {
        try {
            projection.handle(event);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String streamOf(Object event) {
        if (event instanceof OrderEvent order) {
            return OrderEvent.streamOf(order.orderId());
        }
        if (event instanceof PaymentEvent payment) {
            return PaymentEvent.streamOf(payment.paymentId());
        }
        if (event instanceof StockEvent stock) {
            return StockEvent.streamOf(stock.sku());
        }
        return CustomerEvent.streamOf(((CustomerEvent) event).customerId());
    }
}
