package io.orderflow.query.orderhistory;

import static io.orderflow.query.platform.projection.Sample.HOME;
import static io.orderflow.query.platform.projection.Sample.ORDERED;
import static io.orderflow.query.platform.projection.Sample.WORK;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.OrderStatus;
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
import io.orderflow.api.payment.PaymentStatus;
import io.orderflow.api.payment.event.PaymentAuthorisationRequested;
import io.orderflow.api.payment.event.PaymentAuthorised;
import io.orderflow.api.payment.event.PaymentCaptured;
import io.orderflow.api.payment.event.PaymentDeclined;
import io.orderflow.api.payment.event.PaymentRefunded;
import io.orderflow.api.payment.event.PaymentVoided;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One order and its payment on a random way through what may happen to them. */
final class OrderWalk {

    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD");

    private final Random random;
    private final UUID orderId;
    private final UUID customerId;
    private final String currency;
    private final Map<UUID, OrderLine> lines = new LinkedHashMap<>();
    private final Map<UUID, Integer> shipped = new HashMap<>();
    private final Deque<ItemsShipped> toCapture = new ArrayDeque<>();
    private @Nullable OrderStatus status;
    private @Nullable PaymentStatus payment;
    private Money captured;
    private Money refunded;
    private boolean placedAtOnce;
    private int shipments;

    private OrderWalk(Random random, UUID orderId, UUID customerId) {
        this.random = random;
        this.orderId = orderId;
        this.customerId = customerId;
        this.currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        this.captured = Money.zero(currency);
        this.refunded = Money.zero(currency);
    }

    /** All that happens to one order, and to its payment, from its creation on. */
    static List<Object> of(Random random, UUID orderId, UUID customerId) {
        OrderWalk walk = new OrderWalk(random, orderId, customerId);
        List<Object> events = new ArrayList<>();
        for (Optional<Object> next = walk.next(); next.isPresent(); next = walk.next()) {
            events.add(next.get());
        }
        return events;
    }

    private Optional<Object> next() {
        List<Supplier<Object>> choices = new ArrayList<>();
        if (status == null) {
            choices.add(this::create);
        } else {
            switch (status) {
                case PENDING -> {
                    if (placedAtOnce) {
                        choices.add(this::place);
                    } else {
                        edits(choices);
                    }
                }
                case PLACED -> fulfilment(choices);
                case CONFIRMED -> {
                    choices.addAll(List.of(this::ship, this::ship, this::ship));
                    choices.add(() -> end(OrderStatus.CANCELLED, new OrderCancelled(orderId, "no longer wanted")));
                }
                case PARTIALLY_SHIPPED -> choices.add(this::ship);
                case SHIPPED -> choices.add(() -> end(OrderStatus.DELIVERED, new OrderDelivered(orderId)));
                case CANCELLED, REJECTED -> {
                    if (payment == PaymentStatus.REQUESTED || payment == PaymentStatus.AUTHORISED) {
                        choices.add(this::giveUpPayment);
                    }
                }
                case DELIVERED -> {
                    if (refunded.amount().signum() == 0 && captured.amount().signum() > 0 && random.nextBoolean()) {
                        choices.add(this::refund);
                    }
                }
            }
        }
        if (!toCapture.isEmpty()) {
            choices.add(this::capture);
        }
        return choices.isEmpty()
                ? Optional.empty()
                : Optional.of(choices.get(random.nextInt(choices.size())).get());
    }

    private void edits(List<Supplier<Object>> choices) {
        choices.addAll(List.of(this::add, this::add, this::changeQuantity, this::changeQuantity));
        choices.add(() -> new ShippingAddressChanged(orderId, random.nextBoolean() ? WORK : HOME));
        choices.addAll(List.of(this::place, this::place, this::place));
        if (lines.size() > 1) {
            choices.addAll(List.of(this::remove, this::remove));
        }
        if (random.nextInt(4) == 0) {
            choices.add(() -> end(OrderStatus.CANCELLED, new OrderCancelled(orderId, "changed my mind")));
            choices.add(() -> end(OrderStatus.CANCELLED, new OrderExpired(orderId)));
        }
    }

    private void fulfilment(List<Supplier<Object>> choices) {
        if (payment == null) {
            choices.addAll(List.of(this::requestPayment, this::requestPayment, this::requestPayment));
            choices.add(() -> reject(RejectionReason.OUT_OF_STOCK, firstLine().sku()));
            choices.add(() -> end(OrderStatus.CANCELLED, new OrderCancelled(orderId, "too slow")));
        } else {
            switch (payment) {
                case REQUESTED -> {
                    choices.addAll(List.of(this::authorise, this::authorise, this::authorise, this::giveUpPayment));
                    choices.add(() -> paid(
                            PaymentStatus.DECLINED, new PaymentDeclined(PaymentId.of(orderId), orderId, "no funds")));
                }
                case AUTHORISED -> choices.add(() -> end(OrderStatus.CONFIRMED, new OrderConfirmed(orderId)));
                case DECLINED -> choices.add(() -> reject(RejectionReason.PAYMENT_DECLINED, null));
                default -> choices.add(() -> reject(RejectionReason.PAYMENT_TIMED_OUT, null));
            }
        }
    }

    private Object create() {
        status = OrderStatus.PENDING;
        for (int i = random.nextInt(4); i >= 0; i--) {
            newLine();
        }
        placedAtOnce = random.nextInt(3) == 0;
        Instant expiry = placedAtOnce ? null : someTime();
        return new OrderCreated(
                orderId, customerId, currency, List.copyOf(lines.values()), total(), HOME, someTime(), expiry);
    }

    private Object add() {
        return new OrderItemAdded(orderId, newLine(), total());
    }

    private Object changeQuantity() {
        OrderLine line = someLine().withQuantity(1 + random.nextInt(9));
        lines.put(line.lineId(), line);
        return new ItemQuantityChanged(orderId, line.lineId(), line.quantity(), total());
    }

    private Object remove() {
        UUID line = someLine().lineId();
        lines.remove(line);
        return new OrderItemRemoved(orderId, line, total());
    }

    private Object place() {
        status = OrderStatus.PLACED;
        return new OrderPlaced(orderId, customerId, List.copyOf(lines.values()), total(), "tok_approve");
    }

    private Object requestPayment() {
        UUID paymentId = PaymentId.of(orderId);
        return paid(
                PaymentStatus.REQUESTED, new PaymentAuthorisationRequested(paymentId, orderId, total(), "tok_approve"));
    }

    private Object authorise() {
        return paid(PaymentStatus.AUTHORISED, new PaymentAuthorised(PaymentId.of(orderId), orderId, total()));
    }

    private Object giveUpPayment() {
        return paid(PaymentStatus.VOIDED, new PaymentVoided(PaymentId.of(orderId), orderId));
    }

    private Object reject(RejectionReason reason, @Nullable String sku) {
        return end(OrderStatus.REJECTED, new OrderRejected(orderId, reason, sku, "it could not be"));
    }

    private Object ship() {
        List<ShipmentLine> items = new ArrayList<>();
        Money amount = Money.zero(currency);
        for (OrderLine line : lines.values()) {
            int left = line.quantity() - shipped.getOrDefault(line.lineId(), 0);
            int now = left == 0 || random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(left);
            if (now > 0) {
                items.add(new ShipmentLine(line.lineId(), line.sku(), now));
                shipped.merge(line.lineId(), now, Integer::sum);
                amount = amount.plus(line.unitPrice().times(now));
            }
        }
        if (items.isEmpty()) {
            return ship();
        }
        boolean complete =
                lines.values().stream().allMatch(line -> shipped.getOrDefault(line.lineId(), 0) == line.quantity());
        status = complete ? OrderStatus.SHIPPED : OrderStatus.PARTIALLY_SHIPPED;
        UUID shipment = new UUID(orderId.getLeastSignificantBits(), shipments++);
        ItemsShipped event =
                new ItemsShipped(orderId, shipment, items, amount, "DHL", "JD-" + shipments, someTime(), complete);
        toCapture.add(event);
        return event;
    }

    private Object capture() {
        ItemsShipped shipment = toCapture.remove();
        captured = captured.plus(shipment.amount());
        return new PaymentCaptured(
                PaymentId.of(orderId),
                orderId,
                shipment.shipmentId(),
                shipment.amount(),
                captured,
                shipment.complete());
    }

    private Object refund() {
        refunded = captured;
        return new PaymentRefunded(PaymentId.of(orderId), orderId, orderId, captured, refunded);
    }

    private Object end(OrderStatus next, Object event) {
        status = next;
        return event;
    }

    private Object paid(PaymentStatus next, Object event) {
        payment = next;
        return event;
    }

    private OrderLine newLine() {
        UUID lineId = new UUID(random.nextLong(), random.nextLong());
        String sku = "S-" + random.nextInt(5);
        BigDecimal price = new BigDecimal(random.nextInt(5_000)).movePointLeft(random.nextInt(7));
        OrderLine line = new OrderLine(lineId, sku, "Product " + sku, 1 + random.nextInt(9), money(price));
        lines.put(lineId, line);
        return line;
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, currency);
    }

    private OrderLine someLine() {
        return List.copyOf(lines.values()).get(random.nextInt(lines.size()));
    }

    private OrderLine firstLine() {
        return lines.values().iterator().next();
    }

    private Money total() {
        return lines.values().stream().map(OrderLine::total).reduce(Money.zero(currency), Money::plus);
    }

    /** With more decimals than a database keeps. */
    private Instant someTime() {
        return ORDERED.plusNanos(random.nextInt(1_000_000_000)).minusSeconds(random.nextInt(100_000));
    }
}
