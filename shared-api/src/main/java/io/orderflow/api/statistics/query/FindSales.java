package io.orderflow.api.statistics.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the sales of a span of time, summed up. Answered by a {@link SalesPage}.
 *
 * @param from only orders ordered at or after this instant, or null for all
 * @param to only orders ordered before this instant, or null for all
 * @param by what to sum up by
 * @param page page number, from 1
 * @param pageSize entries on a page, 1 to 100
 */
public record FindSales(@Nullable Instant from, @Nullable Instant to, SalesBy by, int page, int pageSize) {}
