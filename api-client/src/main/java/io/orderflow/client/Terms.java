package io.orderflow.client;

import org.jspecify.annotations.Nullable;

/**
 * Under what terms a command is sent.
 *
 * @param key the {@code Idempotency-Key}; null for a new one for each call
 * @param version the version that what it is about must have; null for any
 */
record Terms(@Nullable String key, @Nullable Long version) {

    static final Terms NONE = new Terms(null, null);

    Terms withKey(String newKey) {
        return new Terms(newKey, version);
    }

    Terms withVersion(long newVersion) {
        return new Terms(key, newVersion);
    }
}
