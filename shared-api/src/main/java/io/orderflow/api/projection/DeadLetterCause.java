package io.orderflow.api.projection;

import org.jspecify.annotations.Nullable;

/**
 * Why an event could not be handled.
 *
 * @param type the kind of exception
 * @param message its text; null if it had none
 */
public record DeadLetterCause(String type, @Nullable String message) {}
