package io.orderflow.client;

import org.jspecify.annotations.Nullable;

/**
 * A server-sent event.
 *
 * @param id where to go on after it, if it says so
 * @param name its type
 * @param data JSON
 */
record LiveEvent(@Nullable String id, String name, String data) {}
