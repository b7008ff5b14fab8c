package io.orderflow.api.statistics.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks how the orders of a span of time were fulfilled. Answered by {@link FulfilmentFigures}.
 *
 * @param from only orders ordered at or after this instant, or null for all
 * @param to only orders ordered before this instant, or null for all
 */
public record FindFulfilment(@Nullable Instant from, @Nullable Instant to) {}
