package io.orderflow.system.walk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order after some of its facts, and how the API shows it. */
final class OrderState {

    /** A line, and how much of it has been shipped. */
    record Line(UUID id, String sku, String productName, int quantity, BigDecimal price, int shipped) {

        Line(UUID id, String sku, String productName, int quantity, BigDecimal price) {
            this(id, sku, productName, quantity, price, 0);
        }

        Line withQuantity(int units) {
            return new Line(id, sku, productName, units, price, shipped);
        }

        Line ship(int units) {
            return new Line(id, sku, productName, quantity, price, shipped + units);
        }

        int left() {
            return quantity - shipped;
        }
    }

    final UUID id;
    final UUID customerId;
    final String currency;
    final Instant orderedAt;
    final Map<UUID, Line> lines = new LinkedHashMap<>();
    final List<Map<String, Object>> shipments = new ArrayList<>();
    /** What is shown under a name of its own and needs no sum; absent while there is none. */
    final Map<String, Object> shown = new TreeMap<>();

    String status = "PENDING";
    long version;

    @Nullable
    Instant lastShippedAt;

    Instant updatedAt = Instant.EPOCH;
    /** The same without the payment, which a list knows nothing of. */
    Instant changedAt = Instant.EPOCH;

    OrderState(UUID id, UUID customerId, String currency, Instant orderedAt) {
        this.id = id;
        this.customerId = customerId;
        this.currency = currency;
        this.orderedAt = orderedAt;
    }

    BigDecimal total() {
        return lines.values().stream()
                .map(line -> Amount.of(line.quantity(), line.price(), currency))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    long units() {
        return lines.values().stream().mapToLong(Line::quantity).sum();
    }

    boolean is(String... oneOf) {
        return List.of(oneOf).contains(status);
    }

    void shippedAt(Instant channelTime) {
        lastShippedAt = lastShippedAt == null || channelTime.isAfter(lastShippedAt) ? channelTime : lastShippedAt;
    }

    void took(boolean itsOwn, long sequence, Instant at) {
        updatedAt = at.isAfter(updatedAt) ? at : updatedAt;
        if (itsOwn) {
            version = sequence;
            changedAt = at;
        }
    }

    /** As {@code GET /orders/{id}} shows it. */
    Map<String, Object> view(@Nullable String customerName) {
        Map<String, Object> view = common(customerName, updatedAt);
        view.putAll(shown);
        view.put("lines", lines.values().stream().map(this::shown).toList());
        view.put("shipments", List.copyOf(shipments));
        return view;
    }

    /** As a list shows it. */
    Map<String, Object> row(@Nullable String customerName) {
        Map<String, Object> row = common(customerName, changedAt);
        row.put("createdAt", String.valueOf(shown.get("createdAt")));
        row.put("lineCount", (long) lines.size());
        return row;
    }

    private Map<String, Object> common(@Nullable String customerName, Instant lastChange) {
        Map<String, Object> view = new TreeMap<>(Map.of(
                "orderId", id.toString(),
                "customerId", customerId.toString(),
                "status", status,
                "total", Amount.json(total(), currency),
                "itemCount", units(),
                "orderedAt", orderedAt.toString(),
                "updatedAt", lastChange.toString(),
                "version", version));
        if (customerName != null) {
            view.put("customerName", customerName);
        }
        if (lastShippedAt != null) {
            view.put("shippedAt", lastShippedAt.toString());
        }
        return view;
    }

    private Map<String, Object> shown(Line line) {
        return Map.of(
                "lineId", line.id().toString(),
                "sku", line.sku(),
                "productName", line.productName(),
                "quantity", (long) line.quantity(),
                "shippedQuantity", (long) line.shipped(),
                "unitPrice", Amount.json(line.price(), currency),
                "lineTotal", Amount.json(Amount.of(line.quantity(), line.price(), currency), currency));
    }
}
