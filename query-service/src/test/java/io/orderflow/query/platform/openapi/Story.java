package io.orderflow.query.platform.openapi;

import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.metadata.MetadataKeys;
import io.orderflow.api.money.Money;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.RejectionReason;
import io.orderflow.api.order.ShipmentLine;
import io.orderflow.api.order.event.ItemsShipped;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.event.OrderConfirmed;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderDelivered;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.order.event.OrderPlaced;
import io.orderflow.api.order.event.OrderRejected;
import io.orderflow.api.payment.PaymentId;
import io.orderflow.api.payment.event.PaymentAuthorisationRequested;
import io.orderflow.api.payment.event.PaymentAuthorised;
import io.orderflow.api.payment.event.PaymentCaptured;
import io.orderflow.api.payment.event.PaymentEvent;
import io.orderflow.api.stock.StockLevel;
import io.orderflow.api.stock.StockUnit;
import io.orderflow.api.stock.event.StockCommitted;
import io.orderflow.api.stock.event.StockEvent;
import io.orderflow.api.stock.event.StockRegistered;
import io.orderflow.api.stock.event.StockReserved;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;

/** What has happened when the examples are asked for: five orders of one customer, in as many states. */
final class Story {

    private static final Instant FIRST = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant ORDERED = Instant.parse("2026-02-27T10:15:30.123456Z");
    private static final UUID ADA = id(0xa);
    private static final UUID SHIPMENT = id(0x51);
    private static final Address HOME = new Address("Ada", "Ring 1", "10115", "Berlin", null, "DE");

    private final List<DomainEventMessage<?>> messages = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();

    private Story() {}

    /** The events, a second between any two. */
    static List<DomainEventMessage<?>> events() {
        Story story = new Story();
        story.tell();
        return story.messages;
    }

    /** An event that no read model of customers can take: it is that of a customer who was never registered. */
    static DomainEventMessage<?> poison() {
        UUID nobody = id(0xb);
        return new GenericDomainEventMessage<>(
                "Example",
                CustomerEvent.streamOf(nobody),
                1,
                new CustomerRenamed(nobody, "Bob"),
                Map.of(MetadataKeys.USER_ID, "shop"),
                id(0xe99).toString(),
                FIRST.plusSeconds(99));
    }

    private void tell() {
        happened(new CustomerRegistered(ADA, "Ada", "ada@example.org"));
        happened(new StockRegistered("DESK", "Desk", new StockLevel(10, 0, 0), StockUnit.PIECE));
        happened(new StockRegistered("LAMP", "Lamp", new StockLevel(5, 0, 0), StockUnit.PIECE));
        OrderCreated delivered = order(1, 0, line(0x11, "DESK", "Desk", 2, "149.50"), "299.00", null);
        placed(delivered);
        happened(new StockReserved("DESK", id(1), 2, new StockLevel(10, 2, 0)));
        paid(delivered);
        happened(new OrderConfirmed(id(1)));
        happened(new CustomerRenamed(ADA, "Ada King"));
        happened(new ItemsShipped(
                id(1),
                SHIPMENT,
                List.of(new ShipmentLine(id(0x11), "DESK", 2)),
                eur("299.00"),
                "DHL",
                "JD-4711",
                Instant.parse("2026-02-28T16:00:00Z"),
                true));
        happened(new StockCommitted("DESK", id(1), SHIPMENT, 2, new StockLevel(10, 0, 2)));
        happened(new PaymentCaptured(PaymentId.of(id(1)), id(1), SHIPMENT, eur("299.00"), eur("299.00"), true));
        happened(new OrderDelivered(id(1)));
        OrderCreated confirmed = order(2, 1, line(0x12, "LAMP", "Lamp", 1, "0.333333"), "0.33", null);
        placed(confirmed);
        happened(new StockReserved("LAMP", id(2), 1, new StockLevel(5, 1, 0)));
        paid(confirmed);
        happened(new OrderConfirmed(id(2)));
        order(3, 2, line(0x13, "DESK", "Desk", 1, "149.50"), "149.50", Instant.parse("2026-03-02T08:00:00Z"));
        placed(order(4, 3, line(0x14, "LAMP", "Lamp", 9, "0.333333"), "3.00", null));
        happened(new OrderRejected(id(4), RejectionReason.OUT_OF_STOCK, "LAMP", "9 of LAMP wanted, 4 available"));
        placed(order(5, 4, line(0x15, "DESK", "Desk", 1, "149.50"), "149.50", null));
        happened(new OrderCancelled(id(5), "ordered twice"));
    }

    private OrderCreated order(int number, int minute, OrderLine line, String total, @Nullable Instant expiresAt) {
        Instant orderedAt = ORDERED.plusSeconds(60L * minute);
        OrderCreated created =
                new OrderCreated(id(number), ADA, "EUR", List.of(line), eur(total), HOME, orderedAt, expiresAt);
        happened(created);
        return created;
    }

    private void placed(OrderCreated order) {
        happened(new OrderPlaced(order.orderId(), ADA, order.lines(), order.total(), "tok_approve"));
    }

    private void paid(OrderCreated order) {
        UUID payment = PaymentId.of(order.orderId());
        happened(new PaymentAuthorisationRequested(payment, order.orderId(), order.total(), "tok_approve"));
        happened(new PaymentAuthorised(payment, order.orderId(), order.total()));
    }

    private void happened(Object event) {
        String stream = streamOf(event);
        int number = messages.size();
        messages.add(new GenericDomainEventMessage<>(
                "Example",
                stream,
                versions.merge(stream, 0L, (last, none) -> last + 1),
                event,
                Map.of(
                        MetadataKeys.USER_ID, "shop",
                        MetadataKeys.COMMAND_ID, id(0xc00 + number).toString(),
                        MetadataKeys.CORRELATION_ID, "checkout-4711",
                        MetadataKeys.CAUSATION_ID, "checkout-4711"),
                id(0xe00 + number).toString(),
                FIRST.plusSeconds(number)));
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

    private static OrderLine line(int id, String sku, String name, int quantity, String price) {
        return new OrderLine(id(id), sku, name, quantity, eur(price));
    }

    private static Money eur(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    private static UUID id(int number) {
        return new UUID(0x0190_a8f0_0000_7000L, 0x8000_0000_0000_0000L + number);
    }
}
