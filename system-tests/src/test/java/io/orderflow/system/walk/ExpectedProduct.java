package io.orderflow.system.walk;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stock of one product, counted by hand. */
final class ExpectedProduct {

    final String sku;
    final String name;
    /** Units that are held for orders, without what was shipped. */
    final Map<UUID, Integer> held = new TreeMap<>();

    long version;

    private long onHand;
    private long committed;

    ExpectedProduct(String sku, String name, long onHand) {
        this.sku = sku;
        this.name = name;
        this.onHand = onHand;
    }

    long available() {
        return onHand - reserved() - committed;
    }

    @Nullable
    String adjust(long delta) {
        if (available() + delta < 0) {
            return "STOCK_BELOW_PROMISED";
        }
        onHand += delta;
        version++;
        return null;
    }

    /** Whether there is enough. The answer is an event either way. */
    boolean reserve(UUID order, int units) {
        version++;
        if (units > available()) {
            return false;
        }
        held.put(order, units);
        return true;
    }

    void release(UUID order) {
        if (held.remove(order) != null) {
            version++;
        }
    }

    void commit(UUID order, int units) {
        held.computeIfPresent(order, (id, left) -> left == units ? null : left - units);
        committed += units;
        version++;
    }

    /** As {@code GET /stock/{sku}} shows it, but for the time. */
    Map<String, Object> view() {
        return new TreeMap<>(Map.of(
                "sku", sku,
                "productName", name,
                "unit", "PIECE",
                "onHand", onHand,
                "reserved", reserved(),
                "committed", committed,
                "available", available(),
                "version", version));
    }

    private long reserved() {
        return held.values().stream().mapToLong(Integer::longValue).sum();
    }
}
