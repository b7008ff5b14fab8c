package io.orderflow.system.walk;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer, and since when each name holds. */
final class ExpectedCustomer {

    final UUID id;
    final String email;
    long version = -1;

    private final TreeMap<Instant, String> names = new TreeMap<>();

    ExpectedCustomer(UUID id, String email) {
        this.id = id;
        this.email = email;
    }

    boolean isRegistered() {
        return !names.isEmpty();
    }

    void named(String name, Instant since) {
        names.put(since, name);
        version++;
    }

    @Nullable
    String name() {
        return names.isEmpty() ? null : names.lastEntry().getValue();
    }

    @Nullable
    String nameAt(Instant at) {
        Map.Entry<Instant, String> then = names.floorEntry(at);
        return then == null ? null : then.getValue();
    }

    Instant registeredAt() {
        return names.firstKey();
    }

    Instant changedAt() {
        return names.lastKey();
    }
}
