package io.orderflow.api.projection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that a projection could not handle: the first of its sequence, the others wait behind it.
 *
 * @param id the letter's id; an event that is parked again has another
 * @param sequence what it holds back, an order for instance
 * @param stream the stream of the event's aggregate
 * @param version sequence number of the event in its stream
 * @param eventType what has happened
 * @param recordedAt when that was recorded
 * @param parkedAt when it was put aside
 * @param cause why; null for one that has not been tried yet since the one before it was dealt with
 * @param attempts how often it has failed
 * @param nextAttemptAt when it is tried again by itself; null if it waits for somebody to look at it
 * @param behind how many events wait behind it
 */
public record DeadLetterView(
        UUID id,
        String sequence,
        @Nullable String stream,
        @Nullable Long version,
        String eventType,
        Instant recordedAt,
        Instant parkedAt,
        @Nullable DeadLetterCause cause,
        int attempts,
        @Nullable Instant nextAttemptAt,
        long behind) {}
