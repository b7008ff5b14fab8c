package io.orderflow.api.projection;

import java.time.Instant;

/**
 * A failure that stops a projection until it passes.
 *
 * @param at when it was seen last
 * @param cause what kind of failure; its text may hold personal data and is in the log
 */
public record ProjectionFailure(Instant at, String cause) {}
