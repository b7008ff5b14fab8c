package io.orderflow.query.orderhistory;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderLine;
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
import io.orderflow.api.order.query.OrderView;
import io.orderflow.api.payment.event.PaymentAuthorisationRequested;
import io.orderflow.api.payment.event.PaymentAuthorised;
import io.orderflow.api.payment.event.PaymentCaptured;
import io.orderflow.api.payment.event.PaymentDeclined;
import io.orderflow.api.payment.event.PaymentRefunded;
import io.orderflow.api.payment.event.PaymentVoided;
import io.orderflow.query.platform.projection.Columns;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an event changed, in a sentence. Never names a person: neither the customer nor who receives the goods. */
final class Summary {

    private static final int MOST_NAMED = 3;

    private Summary() {}

    /**
     * The sentence for an event.
     *
     * @param event an event of an order or of its payment
     * @param before the order as the event found it; null for the event that opens it
     */
    static String of(Object event, @Nullable PastOrder before) {
        if (event instanceof OrderCreated created) {
            List<String> lines = created.lines().stream().map(Summary::text).toList();
            return "Order over %s opened: %s".formatted(text(created.total()), list(lines));
        }
        return before == null ? ofStatus(event) : ofContent(event, before);
    }

    private static String ofContent(Object event, PastOrder before) {
        if (event instanceof OrderItemAdded added) {
            return "%s at %s added; the total is %s"
                    .formatted(text(added.line()), text(added.line().unitPrice()), text(added.total()));
        }
        if (event instanceof ItemQuantityChanged changed) {
            OrderView.Line line = before.line(changed.lineId());
            return "Quantity of %s changed from %d to %d; the total is %s"
                    .formatted(line.productName(), line.quantity(), changed.quantity(), text(changed.total()));
        }
        if (event instanceof OrderItemRemoved removed) {
            OrderView.Line line = before.line(removed.lineId());
            return "%s removed; the total is %s"
                    .formatted(units(line.quantity(), line.productName()), text(removed.total()));
        }
        if (event instanceof ShippingAddressChanged changed) {
            return address(before.shippingAddress(), changed.shippingAddress());
        }
        if (event instanceof ItemsShipped shipped) {
            return shipment(shipped, before);
        }
        return ofStatus(event);
    }

    private static String ofStatus(Object event) {
        if (event instanceof OrderPlaced placed) {
            return "Order over %s placed".formatted(text(placed.total()));
        }
        if (event instanceof OrderConfirmed) {
            return "Order confirmed: stock is reserved and the payment authorised";
        }
        if (event instanceof OrderRejected rejected) {
            return "Order rejected: %s".formatted(rejection(rejected));
        }
        if (event instanceof OrderCancelled cancelled) {
            return "Order cancelled: %s".formatted(cancelled.reason());
        }
        if (event instanceof OrderExpired) {
            return "Order cancelled, because it was not placed in time";
        }
        if (event instanceof OrderDelivered) {
            return "Order delivered";
        }
        return ofPayment(event);
    }

    private static String ofPayment(Object event) {
        if (event instanceof PaymentAuthorisationRequested requested) {
            return "Payment of %s requested".formatted(text(requested.amount()));
        }
        if (event instanceof PaymentAuthorised authorised) {
            return "Payment of %s authorised".formatted(text(authorised.amount()));
        }
        if (event instanceof PaymentDeclined declined) {
            return "Payment declined: %s".formatted(declined.reason());
        }
        if (event instanceof PaymentCaptured captured) {
            return "%s taken, %s so far%s"
                    .formatted(
                            text(captured.amount()),
                            text(captured.captured()),
                            captured.complete() ? "; that is all of it" : "");
        }
        if (event instanceof PaymentRefunded refunded) {
            return "%s given back, %s so far".formatted(text(refunded.amount()), text(refunded.refunded()));
        }
        if (event instanceof PaymentVoided) {
            return "Payment given up; nothing was taken";
        }
        throw new IllegalStateException("there are no words for " + event.getClass());
    }

    private static String shipment(ItemsShipped event, PastOrder before) {
        List<String> items = event.items().stream()
                .map((ShipmentLine item) ->
                        units(item.quantity(), before.line(item.lineId()).productName()))
                .toList();
        return "%s shipped with %s, tracking %s%s"
                .formatted(
                        list(items),
                        event.carrier(),
                        event.trackingNumber(),
                        event.complete() ? "; nothing is left to ship" : "");
    }

    private static String rejection(OrderRejected event) {
        return switch (event.reason()) {
            case OUT_OF_STOCK -> "%s is out of stock; %s".formatted(event.sku(), event.detail());
            case PAYMENT_DECLINED -> "the payment was declined; %s".formatted(event.detail());
            case PAYMENT_TIMED_OUT -> event.detail();
        };
    }

    private static String address(Address before, Address after) {
        String place = place(after);
        return place.equals(place(before)) ? "Recipient changed" : "Ships to %s now".formatted(place);
    }

    private static String place(Address address) {
        return Stream.of(
                        address.street(),
                        address.postalCode() + " " + address.city(),
                        address.region(),
                        address.country())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static String list(List<String> items) {
        int more = items.size() - MOST_NAMED;
        String named = items.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return more > 0 ? "%s and %d more".formatted(named, more) : named;
    }

    private static String text(OrderLine line) {
        return units(line.quantity(), line.productName());
    }

    private static String units(int quantity, String productName) {
        return quantity + " x " + productName;
    }

    private static String text(Money money) {
        Money shown = Columns.money(money.amount(), money.currency());
        return shown.amount().toPlainString() + " " + shown.currency();
    }
}
