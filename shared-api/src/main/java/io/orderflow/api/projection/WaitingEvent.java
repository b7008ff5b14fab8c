package io.orderflow.api.projection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits behind a dead letter.
 *
 * @param id its own id as a letter
 * @param stream the stream of the event's aggregate
 * @param version sequence number of the event in its stream
 * @param eventType what has happened
 * @param recordedAt when that was recorded
 */
public record WaitingEvent(
        UUID id, @Nullable String stream, @Nullable Long version, String eventType, Instant recordedAt) {}
