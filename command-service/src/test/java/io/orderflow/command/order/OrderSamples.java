package io.orderflow.command.order;

import static org.hamcrest.Matchers.equalTo;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import io.orderflow.api.money.Money;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.OrderStatus;
import io.orderflow.api.order.RejectionReason;
import io.orderflow.api.order.ShipmentLine;
import io.orderflow.api.order.event.ItemsShipped;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.event.OrderConfirmed;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderDelivered;
import io.orderflow.api.order.event.OrderPlaced;
import io.orderflow.api.order.event.OrderRejected;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;

/** One order in each of its states: two desks at 19.99 and three lamps at 0.333333, which come to 40.98. */
final class OrderSamples {

    static final UUID ORDER = id(1);
    static final UUID CUSTOMER = id(2);
    static final UUID DESK = id(11);
    static final UUID LAMP = id(12);
    static final UUID FIRST_SHIPMENT = id(21);
    static final UUID SECOND_SHIPMENT = id(22);
    static final OrderLine DESKS = line(DESK, "DESK", 2, "19.99");
    static final OrderLine LAMPS = line(LAMP, "LAMP", 3, "0.333333");
    static final Money TOTAL = eur("40.98");
    static final Address ADDRESS = new Address("Ada", "1 Main St", "10115", "Berlin", null, "DE");
    static final Instant ORDERED_AT = Instant.parse("2026-01-02T03:04:05Z");
    static final Instant SHIPPED_AT = Instant.parse("2026-01-03T03:04:05Z");
    static final Instant EXPIRES_AT = Instant.parse("2026-01-03T03:04:05Z");
    static final String TOKEN = "tok_approve";

    private static final OrderCreated CREATED =
            new OrderCreated(ORDER, CUSTOMER, "EUR", List.of(DESKS, LAMPS), TOTAL, ADDRESS, ORDERED_AT, EXPIRES_AT);
    private static final OrderPlaced PLACED = new OrderPlaced(ORDER, CUSTOMER, List.of(DESKS, LAMPS), TOTAL, TOKEN);
    private static final OrderConfirmed CONFIRMED = new OrderConfirmed(ORDER);
    private static final ItemsShipped ONE_DESK =
            shipped(FIRST_SHIPMENT, List.of(new ShipmentLine(DESK, "DESK", 1)), "19.99", false);
    private static final ItemsShipped THE_REST = shipped(
            SECOND_SHIPMENT,
            List.of(new ShipmentLine(DESK, "DESK", 1), new ShipmentLine(LAMP, "LAMP", 3)),
            "20.99",
            true);

    private OrderSamples() {}

    /** The events that lead to a state. */
    static List<Object> historyTo(OrderStatus status) {
        return switch (status) {
            case PENDING -> List.of(CREATED);
            case PLACED -> after(OrderStatus.PENDING, PLACED);
            case CONFIRMED -> after(OrderStatus.PLACED, CONFIRMED);
            case PARTIALLY_SHIPPED -> after(OrderStatus.CONFIRMED, ONE_DESK);
            case SHIPPED -> after(OrderStatus.PARTIALLY_SHIPPED, THE_REST);
            case DELIVERED -> after(OrderStatus.SHIPPED, new OrderDelivered(ORDER));
            case CANCELLED -> after(OrderStatus.PENDING, new OrderCancelled(ORDER, "changed my mind"));
            case REJECTED ->
                after(OrderStatus.PLACED, new OrderRejected(ORDER, RejectionReason.PAYMENT_DECLINED, null, "declined"));
        };
    }

    /** The version of an order that just came to a state. */
    static long versionOf(OrderStatus status) {
        return historyTo(status).size() - 1L;
    }

    static ItemsShipped shipped(UUID shipmentId, List<ShipmentLine> items, String amount, boolean complete) {
        return new ItemsShipped(ORDER, shipmentId, items, eur(amount), "DHL", "TRACK-1", SHIPPED_AT, complete);
    }

    static OrderLine line(UUID lineId, String sku, int quantity, String unitPrice) {
        return new OrderLine(lineId, sku, "The " + sku, quantity, eur(unitPrice));
    }

    static Money eur(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    static UUID id(long number) {
        return new UUID(0x7000L, number);
    }

    static Matcher<RuleViolated> refusal(ErrorCode code) {
        return new FeatureMatcher<>(equalTo(code), "a refusal", "code") {
            @Override
            protected ErrorCode featureValueOf(RuleViolated refused) {
                return refused.code();
            }
        };
    }

    private static List<Object> after(OrderStatus status, Object event) {
        return Stream.concat(historyTo(status).stream(), Stream.of(event)).toList();
    }
}
