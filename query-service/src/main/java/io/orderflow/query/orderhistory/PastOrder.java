package io.orderflow.query.orderhistory;

import static io.orderflow.query.platform.projection.Columns.instant;
import static io.orderflow.query.platform.projection.Columns.later;
import static io.orderflow.query.platform.projection.Columns.money;
import static io.orderflow.query.platform.projection.Columns.optionalInstant;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.OrderStatus;
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
import io.orderflow.api.order.query.OrderView;
import io.orderflow.api.payment.event.PaymentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order while its events are told again, one after the other. Shows at each moment what was shown then. */
final class PastOrder {

    private final OrderCreated created;
    private final Instant createdAt;
    private final Map<UUID, OrderView.Line> lines = new LinkedHashMap<>();
    private final List<OrderView.Shipment> shipments = new ArrayList<>();
    private long version;
    private OrderStatus status = OrderStatus.PENDING;
    private Money total;
    private Address shippingAddress;
    private OrderView.@Nullable Payment payment;
    private OrderView.@Nullable Rejection rejection;
    private @Nullable String cancellationReason;
    private @Nullable Instant expiresAt;
    private @Nullable Instant placedAt;
    private @Nullable Instant confirmedAt;
    private @Nullable Instant shippedAt;
    private @Nullable Instant deliveredAt;
    private Instant updatedAt;

    PastOrder(OrderCreated event, Instant at) {
        created = event;
        createdAt = instant(at);
        updatedAt = createdAt;
        total = event.total();
        shippingAddress = event.shippingAddress();
        expiresAt = optionalInstant(event.expiresAt());
        event.lines().forEach(this::add);
    }

    /** Takes the next event of the order or of its payment. */
    void take(Object event, long sequence, Instant at) {
        if (event instanceof PaymentEvent paid) {
            payment = PastPayment.after(payment, paid, created.currency());
        } else {
            change((OrderEvent) event, instant(at));
            version = sequence;
        }
        updatedAt = later(updatedAt, instant(at));
    }

    OrderView.Line line(UUID lineId) {
        OrderView.Line line = lines.get(lineId);
        if (line == null) {
            throw new IllegalStateException("order " + created.orderId() + " has no line " + lineId);
        }
        return line;
    }

    long version() {
        return version;
    }

    OrderStatus status() {
        return status;
    }

    Address shippingAddress() {
        return shippingAddress;
    }

    OrderView view(@Nullable String customerName) {
        return new OrderView(
                created.orderId(),
                created.customerId(),
                customerName,
                status,
                inCurrency(total),
                lines.values().stream().mapToLong(OrderView.Line::quantity).sum(),
                List.copyOf(lines.values()),
                shippingAddress,
                payment,
                List.copyOf(shipments),
                rejection,
                cancellationReason,
                instant(created.orderedAt()),
                createdAt,
                expiresAt,
                placedAt,
                confirmedAt,
                shippedAt,
                deliveredAt,
                updatedAt,
                version);
    }

    private void change(OrderEvent event, Instant at) {
        if (event instanceof OrderItemAdded added) {
            add(added.line());
            total = added.total();
        } else if (event instanceof ItemQuantityChanged changed) {
            replace(line(changed.lineId()), changed.quantity(), 0);
            total = changed.total();
        } else if (event instanceof OrderItemRemoved removed) {
            lines.remove(line(removed.lineId()).lineId());
            total = removed.total();
        } else if (event instanceof ShippingAddressChanged changed) {
            shippingAddress = changed.shippingAddress();
        } else if (event instanceof OrderPlaced) {
            status = OrderStatus.PLACED;
            placedAt = at;
            expiresAt = null;
        } else if (event instanceof OrderConfirmed) {
            status = OrderStatus.CONFIRMED;
            confirmedAt = at;
        } else if (event instanceof OrderRejected rejected) {
            status = OrderStatus.REJECTED;
            rejection = new OrderView.Rejection(rejected.reason(), rejected.sku(), rejected.detail());
        } else if (event instanceof OrderCancelled cancelled) {
            cancel(cancelled.reason());
        } else if (event instanceof OrderExpired) {
            cancel("expired");
        } else if (event instanceof ItemsShipped shipped) {
            ship(shipped);
        } else if (event instanceof OrderDelivered) {
            status = OrderStatus.DELIVERED;
            deliveredAt = at;
        } else {
            throw new IllegalStateException("order " + created.orderId() + " cannot take " + event);
        }
    }

    private void add(OrderLine line) {
        Money price = inCurrency(line.unitPrice());
        OrderView.Line shown = new OrderView.Line(
                line.lineId(), line.sku(), line.productName(), line.quantity(), 0, price, price.times(line.quantity()));
        lines.put(line.lineId(), shown);
    }

    private void replace(OrderView.Line line, int quantity, int shippedNow) {
        OrderView.Line changed = new OrderView.Line(
                line.lineId(),
                line.sku(),
                line.productName(),
                quantity,
                line.shippedQuantity() + shippedNow,
                line.unitPrice(),
                line.unitPrice().times(quantity));
        lines.put(line.lineId(), changed);
    }

    private void ship(ItemsShipped event) {
        List<OrderView.ShippedItem> items = new ArrayList<>();
        for (ShipmentLine item : event.items()) {
            OrderView.Line line = line(item.lineId());
            replace(line, line.quantity(), item.quantity());
            items.add(new OrderView.ShippedItem(item.lineId(), item.quantity()));
        }
        Instant channelTime = instant(event.shippedAt());
        shipments.add(new OrderView.Shipment(
                event.shipmentId(), event.carrier(), event.trackingNumber(), channelTime, List.copyOf(items)));
        status = event.complete() ? OrderStatus.SHIPPED : OrderStatus.PARTIALLY_SHIPPED;
        shippedAt = later(shippedAt, channelTime);
    }

    private void cancel(String reason) {
        status = OrderStatus.CANCELLED;
        cancellationReason = reason;
        expiresAt = null;
    }

    private Money inCurrency(Money amount) {
        return money(amount.amount(), created.currency());
    }
}
