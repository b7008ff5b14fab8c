package io.orderflow.api.projection;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter with all that is known of it.
 *
 * @param letter the letter
 * @param payload the event as it is stored
 * @param metadata what is kept with the event
 * @param waiting the events behind it, in their order, at most 100
 */
public record DeadLetterDetails(
        DeadLetterView letter,
        Map<String, @Nullable Object> payload,
        Map<String, @Nullable Object> metadata,
        List<WaitingEvent> waiting) {}
