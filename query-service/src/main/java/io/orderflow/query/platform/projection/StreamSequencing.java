package io.orderflow.query.platform.projection;

import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.payment.event.PaymentEvent;
import io.orderflow.api.stock.event.StockEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;

/**
 * Which events are handled one after the other: those of one order together with its payment's, of one product, of one
 * customer. Keys are strings, because their hash decides the segment and must be the same in every process. An event that
 * cannot be read belongs to its stream: it is handled, and fails there.
 */
public final class StreamSequencing implements SequencingPolicy<EventMessage<?>> {

    private static final String ORDER = "order-";

    @Override
    public Object getSequenceIdentifierFor(EventMessage<?> event) {
        try {
            return ofPayload(event);
        } catch (RuntimeException e) {
            return ofStream(event);
        }
    }

    private static String ofPayload(EventMessage<?> event) {
        Object payload = event.getPayload();
        if (payload instanceof OrderEvent order) {
            return order.orderId().toString();
        }
        if (payload instanceof PaymentEvent payment) {
            return payment.orderId().toString();
        }
        if (payload instanceof StockEvent stock) {
            return "stock-" + stock.sku();
        }
        if (payload instanceof CustomerEvent customer) {
            return "customer-" + customer.customerId();
        }
        return ofStream(event);
    }

    private static String ofStream(EventMessage<?> event) {
        return ofStream(
                event instanceof DomainEventMessage<?> known ? known.getAggregateIdentifier() : event.getIdentifier());
    }

    /** The sequence that the events of a stream belong to, other than a payment's: its name does not tell the order. */
    public static String ofStream(String stream) {
        return stream.startsWith(ORDER) ? stream.substring(ORDER.length()) : stream;
    }
}
