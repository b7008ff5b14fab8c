package io.orderflow.api.order.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event in an order's history. What the event does not carry is null.
 *
 * @param stream whether it happened to the order or to its payment
 * @param version its sequence number in that stream, from 0
 * @param type the event's name
 * @param recordedAt when it was recorded
 * @param businessTime the channel's own time of it, where the channel gives one
 * @param userId who asked for it: the caller's name, or the name of the process
 * @param commandId the command that caused it
 * @param correlationId the same for everything that follows from one request
 * @param causationId the message that led directly to it
 * @param summary what changed, in words for a person; may be reworded at any time
 * @param payload the event as it is stored, when asked for
 */
public record OrderHistoryEntry(
        Stream stream,
        long version,
        String type,
        Instant recordedAt,
        @Nullable Instant businessTime,
        @Nullable String userId,
        @Nullable String commandId,
        @Nullable String correlationId,
        @Nullable String causationId,
        String summary,
        @Nullable Map<String, @Nullable Object> payload) {

    /** Whose event it is. */
    public enum Stream {
        @JsonProperty("order")
        ORDER,
        @JsonProperty("payment")
        PAYMENT
    }
}
