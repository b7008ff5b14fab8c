package io.orderflow.system.walk;

import io.orderflow.system.walk.OrderState.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one order and its payment, as its acknowledged commands imply them. A command that is refused leaves none:
 * its method gives the code of the refusal, or null.
 */
final class ExpectedOrder {

    final UUID id;
    final UUID customerId;
    final OrderState now;
    /** By version. */
    final List<Fact> facts = new ArrayList<>();

    final ExpectedPayment payment;

    boolean placed;
    /** Why it was cancelled or rejected. */
    String reason = "";

    ExpectedOrder(
            UUID id,
            UUID customerId,
            String currency,
            Instant orderedAt,
            List<Line> lines,
            Map<String, Object> address,
            boolean expires) {
        this.id = id;
        this.customerId = customerId;
        now = new OrderState(id, customerId, currency, orderedAt);
        payment = new ExpectedPayment(id, currency);
        fact("OrderCreated", (order, recorded, at) -> {
            lines.forEach(line -> order.lines.put(line.id(), line));
            order.shown.put("createdAt", at.toString());
            order.shown.put("shippingAddress", address);
            if (expires) {
                order.shown.put("expiresAt", String.valueOf(recorded.get("expiresAt")));
            }
        });
    }

    /** The order before anything is told of it. */
    OrderState untold() {
        return new OrderState(id, customerId, now.currency, now.orderedAt);
    }

    long version() {
        return facts.size() - 1L;
    }

    @Nullable
    String add(Line line, String currency) {
        if (!now.is("PENDING")) {
            return "ORDER_NOT_PENDING";
        } else if (now.lines.containsKey(line.id())) {
            return "LINE_ALREADY_EXISTS";
        } else if (!currency.equals(now.currency)) {
            return "CURRENCY_MISMATCH";
        }
        return fact("OrderItemAdded", (order, recorded, at) -> order.lines.put(line.id(), line));
    }

    @Nullable
    String change(UUID line, int quantity) {
        if (!now.is("PENDING")) {
            return "ORDER_NOT_PENDING";
        } else if (!now.lines.containsKey(line)) {
            return "LINE_NOT_FOUND";
        }
        return fact(
                "ItemQuantityChanged",
                (order, recorded, at) -> order.lines.computeIfPresent(line, (id, was) -> was.withQuantity(quantity)));
    }

    @Nullable
    String remove(UUID line) {
        if (!now.is("PENDING")) {
            return "ORDER_NOT_PENDING";
        } else if (!now.lines.containsKey(line)) {
            return "LINE_NOT_FOUND";
        } else if (now.lines.size() == 1) {
            return "LAST_LINE";
        }
        return fact("OrderItemRemoved", (order, recorded, at) -> order.lines.remove(line));
    }

    @Nullable
    String shipTo(Map<String, Object> address) {
        return now.is("PENDING")
                ? fact("ShippingAddressChanged", (order, recorded, at) -> order.shown.put("shippingAddress", address))
                : "ORDER_NOT_PENDING";
    }

    @Nullable
    String place() {
        if (!now.is("PENDING")) {
            return "ORDER_NOT_PENDING";
        }
        placed = true;
        return fact("OrderPlaced", (order, recorded, at) -> {
            order.status = "PLACED";
            order.shown.put("placedAt", at.toString());
            order.shown.remove("expiresAt");
        });
    }

    @Nullable
    String cancel(String why) {
        if (!now.is("PENDING", "PLACED", "CONFIRMED")) {
            return "ORDER_NOT_CANCELLABLE";
        }
        if (!payment.facts.isEmpty()) {
            payment.giveUp();
        }
        reason = why;
        return fact("OrderCancelled", (order, recorded, at) -> {
            order.status = "CANCELLED";
            order.shown.put("cancellationReason", why);
            order.shown.remove("expiresAt");
        });
    }

    @Nullable
    String ship(Map<UUID, Integer> items, String carrier, String tracking, Instant shippedAt) {
        if (!now.is("CONFIRMED", "PARTIALLY_SHIPPED")) {
            return "ORDER_NOT_SHIPPABLE";
        }
        BigDecimal worth = BigDecimal.ZERO;
        for (Map.Entry<UUID, Integer> item : items.entrySet()) {
            Line line = now.lines.get(item.getKey());
            if (line == null) {
                return "LINE_NOT_FOUND";
            } else if (item.getValue() > line.left()) {
                return "SHIPMENT_EXCEEDS_ORDER";
            }
            worth = worth.add(Amount.of(line.shipped() + item.getValue(), line.price(), now.currency))
                    .subtract(Amount.of(line.shipped(), line.price(), now.currency));
        }
        fact("ItemsShipped", (order, recorded, at) -> {
            items.forEach((id, units) -> order.lines.computeIfPresent(id, (same, line) -> line.ship(units)));
            order.shippedAt(shippedAt);
            boolean complete = order.lines.values().stream().allMatch(line -> line.left() == 0);
            order.status = complete ? "SHIPPED" : "PARTIALLY_SHIPPED";
            order.shipments.add(Map.of(
                    "shipmentId", String.valueOf(recorded.get("shipmentId")),
                    "carrier", carrier,
                    "trackingNumber", tracking,
                    "shippedAt", shippedAt.toString(),
                    "items",
                            items.entrySet().stream()
                                    .map(item -> Map.of(
                                            "lineId", item.getKey().toString(), "quantity", (long) item.getValue()))
                                    .toList()));
        });
        payment.capture(worth);
        return null;
    }

    @Nullable
    String deliver() {
        return now.is("SHIPPED")
                ? fact("OrderDelivered", (order, recorded, at) -> {
                    order.status = "DELIVERED";
                    order.shown.put("deliveredAt", at.toString());
                })
                : "ORDER_NOT_DELIVERABLE";
    }

    /** What the fulfilment process does once the stock is reserved. */
    void askForPayment() {
        payment.ask(now.total());
    }

    void confirm() {
        payment.authorise();
        fact("OrderConfirmed", (order, recorded, at) -> {
            order.status = "CONFIRMED";
            order.shown.put("confirmedAt", at.toString());
        });
    }

    void decline() {
        payment.decline();
        reject("PAYMENT_DECLINED", List.of());
    }

    void timeOut() {
        payment.giveUp();
        reject("PAYMENT_TIMED_OUT", List.of());
    }

    /** Names one of the products that are short; which one is nobody's decision. */
    void reject(String why, Collection<String> shortOf) {
        reason = why;
        fact("OrderRejected", (order, recorded, at) -> {
            order.status = "REJECTED";
            Map<String, Object> rejection = new TreeMap<>(Map.of("reason", why));
            rejection.put("detail", String.valueOf(recorded.get("detail")));
            if (!shortOf.isEmpty()) {
                String named = String.valueOf(recorded.get("sku"));
                rejection.put("sku", shortOf.contains(named) ? named : "one of " + shortOf);
            }
            order.shown.put("rejection", rejection);
        });
    }

    /** Units of each product, over all lines. */
    Map<String, Integer> demand() {
        return now.lines.values().stream()
                .collect(Collectors.groupingBy(Line::sku, LinkedHashMap::new, Collectors.summingInt(Line::quantity)));
    }

    private @Nullable String fact(String type, Fact.Change change) {
        facts.add(new Fact(type, change));
        change.apply(now, Map.of(), Instant.EPOCH);
        return null;
    }
}
