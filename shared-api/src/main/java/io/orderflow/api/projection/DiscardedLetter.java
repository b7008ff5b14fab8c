package io.orderflow.api.projection;

import org.jspecify.annotations.Nullable;

/**
 * An event that a projection goes on without, now and whenever the read model is built again.
 *
 * @param stream the stream of the event's aggregate
 * @param version sequence number of the event in its stream
 * @param eventType what has happened
 * @param reason why, as it is recorded
 */
public record DiscardedLetter(@Nullable String stream, @Nullable Long version, String eventType, String reason) {}
