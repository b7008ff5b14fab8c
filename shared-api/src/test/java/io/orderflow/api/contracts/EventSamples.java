package io.orderflow.api.contracts;

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
import io.orderflow.api.payment.event.PaymentAuthorisationRequested;
import io.orderflow.api.payment.event.PaymentAuthorised;
import io.orderflow.api.payment.event.PaymentCaptured;
import io.orderflow.api.payment.event.PaymentDeclined;
import io.orderflow.api.payment.event.PaymentRefunded;
import io.orderflow.api.payment.event.PaymentVoided;
import io.orderflow.api.stock.StockLevel;
import io.orderflow.api.stock.StockUnit;
import io.orderflow.api.stock.event.StockAdjusted;
import io.orderflow.api.stock.event.StockCommitted;
import io.orderflow.api.stock.event.StockRegistered;
import io.orderflow.api.stock.event.StockReleased;
import io.orderflow.api.stock.event.StockReservationRefused;
import io.orderflow.api.stock.event.StockReserved;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One event of each type with every field set: the event that its golden file describes. */
final class EventSamples {

    private static final UUID ORDER = UUID.fromString("01930d6c-8f4e-7a51-9c3b-2f6d1e8a7b01");
    private static final UUID CUSTOMER = UUID.fromString("01930d6c-8f4e-7a51-9c3b-2f6d1e8a7b02");
    private static final UUID LINE = UUID.fromString("01930d6c-8f4e-7a51-9c3b-2f6d1e8a7b03");
    private static final UUID SHIPMENT = UUID.fromString("01930d6c-8f4e-7a51-9c3b-2f6d1e8a7b04");
    private static final UUID PAYMENT = UUID.fromString("5a3f6f0e-2f8b-3c55-8d1e-6b0f7c9a4e05");
    private static final UUID REFUND = UUID.fromString("01930d6c-8f4e-7a51-9c3b-2f6d1e8a7b06");
    private static final String SKU = "FUR-BO-10001798";
    private static final Money TOTAL = eur("39.99");
    private static final OrderLine BOOKCASES =
            new OrderLine(LINE, SKU, "Bush “Somerset” Bookcase", 3, eur("13.330000"));
    private static final Address ADDRESS =
            new Address("Jürgen Größe", "12 Main Street", "42420", "Henderson", "Kentucky", "US");
    private static final Instant ORDERED_AT = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final Instant SHIPPED_AT = Instant.parse("2026-01-04T00:00:00Z");
    private static final Instant EXPIRES_AT = Instant.parse("2026-01-03T03:04:05.678901Z");
    private static final StockLevel LEVEL = new StockLevel(10, 3, 2);

    private EventSamples() {}

    static List<Object> all() {
        return List.of(
                new OrderCreated(ORDER, CUSTOMER, "EUR", List.of(BOOKCASES), TOTAL, ADDRESS, ORDERED_AT, EXPIRES_AT),
                new OrderItemAdded(ORDER, BOOKCASES, TOTAL),
                new ItemQuantityChanged(ORDER, LINE, 3, TOTAL),
                new OrderItemRemoved(ORDER, LINE, TOTAL),
                new ShippingAddressChanged(ORDER, ADDRESS),
                new OrderPlaced(ORDER, CUSTOMER, List.of(BOOKCASES), TOTAL, "tok_approve"),
                new OrderConfirmed(ORDER),
                new OrderRejected(ORDER, RejectionReason.OUT_OF_STOCK, SKU, "3 wanted, 2 available"),
                new ItemsShipped(
                        ORDER,
                        SHIPMENT,
                        List.of(new ShipmentLine(LINE, SKU, 3)),
                        TOTAL,
                        "DHL",
                        "00340434161094000000",
                        SHIPPED_AT,
                        true),
                new OrderDelivered(ORDER),
                new OrderCancelled(ORDER, "the customer changed their mind"),
                new OrderExpired(ORDER),
                new StockRegistered(SKU, "Bush “Somerset” Bookcase", new StockLevel(10, 0, 0), StockUnit.PIECE),
                new StockAdjusted(SKU, -2, "broken in the warehouse", LEVEL),
                new StockReserved(SKU, ORDER, 3, LEVEL),
                new StockReservationRefused(SKU, ORDER, 6, 5),
                new StockReleased(SKU, ORDER, 3, LEVEL),
                new StockCommitted(SKU, ORDER, SHIPMENT, 2, LEVEL),
                new PaymentAuthorisationRequested(PAYMENT, ORDER, TOTAL, "tok_approve"),
                new PaymentAuthorised(PAYMENT, ORDER, TOTAL),
                new PaymentDeclined(PAYMENT, ORDER, "insufficient funds"),
                new PaymentVoided(PAYMENT, ORDER),
                new PaymentCaptured(PAYMENT, ORDER, SHIPMENT, eur("13.33"), eur("26.66"), false),
                new PaymentRefunded(PAYMENT, ORDER, REFUND, eur("3.00"), eur("13.33")),
                new CustomerRegistered(CUSTOMER, "Jürgen Größe", "j.groesse@example.com"),
                new CustomerRenamed(CUSTOMER, "Jürgen Grosse"),
                new CustomerErased(CUSTOMER));
    }

    private static Money eur(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
