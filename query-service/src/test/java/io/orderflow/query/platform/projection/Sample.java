package io.orderflow.query.platform.projection;

import io.orderflow.api.customer.event.CustomerErased;
import io.orderflow.api.customer.event.CustomerRegistered;
import io.orderflow.api.customer.event.CustomerRenamed;
import io.orderflow.api.money.Money;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.RejectionReason;
import io.orderflow.api.order.ShipmentLine;
import io.orderflow.api.order.event.ItemQuantityChanged;
import io.orderflow.api.order.event.ItemsShipped;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.event.OrderConfirmed;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderDelivered;
import io.orderflow.api.order.event.OrderExpired;
import io.orderflow.api.order.event.OrderItemAdded;
import io.orderflow.api.order.event.OrderItemRemoved;
import io.orderflow.api.order.event.OrderPlaced;
import io.orderflow.api.order.event.OrderRejected;
import io.orderflow.api.order.event.ShippingAddressChanged;
import io.orderflow.api.payment.PaymentId;
import io.orderflow.api.payment.event.PaymentAuthorisationRequested;
import io.orderflow.api.payment.event.PaymentAuthorised;
import io.orderflow.api.payment.event.PaymentCaptured;
import io.orderflow.api.payment.event.PaymentDeclined;
import io.orderflow.api.payment.event.PaymentRefunded;
import io.orderflow.api.payment.event.PaymentVoided;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of orders, payments and customers as the command service would record them. */
public final class Sample {

    public static final UUID ADA = id(0xADA);
    public static final UUID BOB = id(0xB0B);
    public static final UUID FIRST_LINE = id(0x11);
    public static final UUID SECOND_LINE = id(0x22);
    public static final UUID THIRD_LINE = id(0x33);
    public static final Address HOME = new Address("Ada", "Lane 1", "12345", "Berlin", null, "DE");
    public static final Address WORK = new Address("Ada", "Mall 2", "90210", "Reno", "Nevada", "US");
    public static final Instant ORDERED = Instant.parse("2026-02-27T10:15:30.123456Z");

    private Sample() {}

    public static UUID id(int number) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    public static Money eur(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    public static OrderLine line(UUID lineId, String sku, int quantity, String unitPrice) {
        return new OrderLine(lineId, sku, "Product " + sku, quantity, eur(unitPrice));
    }

    /** Open for edits: two lines, 3 x 2.50 and 1 x 0.333333. */
    public static OrderCreated opened(UUID orderId) {
        List<OrderLine> lines = List.of(line(FIRST_LINE, "A-1", 3, "2.50"), line(SECOND_LINE, "B-2", 1, "0.333333"));
        Instant expiry = Instant.parse("2026-03-02T08:00:00Z");
        return new OrderCreated(orderId, ADA, "EUR", lines, eur("7.83"), HOME, ORDERED, expiry);
    }

    /** To be placed at once: one line of 10 x 1.00. */
    public static OrderCreated created(UUID orderId, UUID customerId, Instant orderedAt) {
        return created(orderId, customerId, orderedAt, 10);
    }

    /** To be placed at once: one line of some pieces for 1.00 each. */
    public static OrderCreated created(UUID orderId, UUID customerId, Instant orderedAt, int pieces) {
        List<OrderLine> lines = List.of(line(FIRST_LINE, "A-1", pieces, "1.00"));
        return new OrderCreated(orderId, customerId, "EUR", lines, eur(pieces + ".00"), HOME, orderedAt, null);
    }

    /** Follows {@link #created}. */
    public static OrderPlaced placed(OrderCreated order) {
        return new OrderPlaced(order.orderId(), order.customerId(), order.lines(), order.total(), "tok_approve");
    }

    public static OrderItemAdded added(UUID orderId, OrderLine line, String total) {
        return new OrderItemAdded(orderId, line, eur(total));
    }

    public static ItemQuantityChanged quantity(UUID orderId, UUID lineId, int quantity, String total) {
        return new ItemQuantityChanged(orderId, lineId, quantity, eur(total));
    }

    public static OrderItemRemoved removed(UUID orderId, UUID lineId, String total) {
        return new OrderItemRemoved(orderId, lineId, eur(total));
    }

    public static ItemsShipped shipped(UUID orderId, int shipment, UUID lineId, int quantity, boolean complete) {
        return new ItemsShipped(
                orderId,
                id(0x5000 + shipment),
                List.of(new ShipmentLine(lineId, "A-1", quantity)),
                eur(quantity + ".00"),
                "DHL",
                "track-" + shipment,
                ORDERED.plusSeconds(3600L * shipment),
                complete);
    }

    public static PaymentAuthorisationRequested requested(UUID orderId, String amount) {
        return new PaymentAuthorisationRequested(PaymentId.of(orderId), orderId, eur(amount), "tok_approve");
    }

    public static PaymentAuthorised authorised(UUID orderId, String amount) {
        return new PaymentAuthorised(PaymentId.of(orderId), orderId, eur(amount));
    }

    public static PaymentDeclined declined(UUID orderId) {
        return new PaymentDeclined(PaymentId.of(orderId), orderId, "no funds");
    }

    public static PaymentVoided voided(UUID orderId) {
        return new PaymentVoided(PaymentId.of(orderId), orderId);
    }

    public static PaymentCaptured captured(UUID orderId, String now, String soFar, boolean complete) {
        return new PaymentCaptured(PaymentId.of(orderId), orderId, id(0x5001), eur(now), eur(soFar), complete);
    }

    public static PaymentRefunded refunded(UUID orderId, String amount) {
        return new PaymentRefunded(PaymentId.of(orderId), orderId, id(0x6001), eur(amount), eur(amount));
    }

    public static OrderRejected rejected(UUID orderId, RejectionReason reason, @Nullable String sku) {
        return new OrderRejected(orderId, reason, sku, "Could not be fulfilled.");
    }

    /** Two customers and six orders: every kind of event of orders, payments and customers. */
    public static List<Object> history() {
        OrderCreated delivered = created(id(1), ADA, ORDERED);
        OrderCreated outOfStock = created(id(2), BOB, ORDERED.plusSeconds(60));
        OrderCreated declined = created(id(3), BOB, ORDERED.plusSeconds(120));
        OrderCreated edited = opened(id(4));
        OrderCreated expired = opened(id(5));
        OrderCreated called = created(id(6), BOB, ORDERED.plusSeconds(180));
        return List.of(
                new CustomerRegistered(ADA, "Ada", "ada@example.org"),
                delivered,
                placed(delivered),
                edited,
                requested(id(1), "10.00"),
                authorised(id(1), "10.00"),
                new OrderConfirmed(id(1)),
                added(id(4), line(THIRD_LINE, "C-3", 2, "5.00"), "17.83"),
                quantity(id(4), FIRST_LINE, 1, "12.83"),
                outOfStock,
                placed(outOfStock),
                rejected(id(2), RejectionReason.OUT_OF_STOCK, "A-1"),
                removed(id(4), SECOND_LINE, "12.50"),
                new CustomerRenamed(ADA, "Ada King"),
                new ShippingAddressChanged(id(4), WORK),
                new CustomerRegistered(BOB, "Bob", "bob@example.org"),
                shipped(id(1), 1, FIRST_LINE, 4, false),
                captured(id(1), "4.00", "4.00", false),
                declined,
                placed(declined),
                requested(id(3), "10.00"),
                declined(id(3)),
                rejected(id(3), RejectionReason.PAYMENT_DECLINED, null),
                shipped(id(1), 2, FIRST_LINE, 6, true),
                captured(id(1), "6.00", "10.00", true),
                new OrderDelivered(id(1)),
                expired,
                new OrderPlaced(id(4), ADA, edited.lines(), eur("12.50"), "tok_approve"),
                refunded(id(1), "2.50"),
                called,
                placed(called),
                requested(id(6), "10.00"),
                voided(id(6)),
                new OrderCancelled(id(6), "changed my mind"),
                new OrderExpired(id(5)),
                new CustomerErased(BOB));
    }
}
