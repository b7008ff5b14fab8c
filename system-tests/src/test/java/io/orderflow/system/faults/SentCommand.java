package io.orderflow.system.faults;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One command, what it does when it takes effect, and what its caller was told. */
final class SentCommand {

    /** What a command does, by the event that shows it. */
    enum Kind {
        CREATE("OrderCreated"),
        ADD("OrderItemAdded"),
        ADDRESS("ShippingAddressChanged"),
        PLACE("OrderPlaced"),
        CANCEL("OrderCancelled"),
        ADJUST("StockAdjusted");

        final String event;

        Kind(String event) {
            this.event = event;
        }
    }

    /** What its caller knows. */
    enum Outcome {
        /** No answer yet, or none that says what became of it. */
        UNKNOWN,
        ACKNOWLEDGED,
        REFUSED
    }

    final String key;
    final String stream;
    final Kind kind;
    /** Of the order; null for stock. */
    final @Nullable UUID orderId;
    /** Units that an adjustment adds. */
    final long delta;

    private volatile Outcome outcome = Outcome.UNKNOWN;
    private volatile long version = -1;
    private volatile long settledAt;
    private volatile String refusal = "";

    /**
     * @param key its idempotency key, which is also in the event that it leaves
     * @param stream what it is about
     */
    SentCommand(String key, String stream, Kind kind, @Nullable UUID orderId, long delta) {
        this.key = key;
        this.stream = stream;
        this.kind = kind;
        this.orderId = orderId;
        this.delta = delta;
    }

    void acknowledged(long withVersion) {
        version = withVersion;
        settledAt = System.nanoTime();
        outcome = Outcome.ACKNOWLEDGED;
    }

    void refused(String why) {
        refusal = why;
        settledAt = System.nanoTime();
        outcome = Outcome.REFUSED;
    }

    boolean is(Outcome other) {
        return outcome == other;
    }

    /** The version that was answered. */
    long version() {
        return version;
    }

    /** When it was answered, in nanoseconds of {@link System#nanoTime}. */
    long settledAt() {
        return settledAt;
    }

    /** The key, or, where the event has no room for it, what is unique in the stream anyway. */
    String mark() {
        return kind == Kind.PLACE ? "place" : key;
    }

    @Override
    public String toString() {
        return "%s %s %s %s version=%d %s".formatted(key, kind, stream, outcome, version, refusal);
    }
}
