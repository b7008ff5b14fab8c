package io.orderflow.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay is: a read model built anew beside the one that readers are shown.
 *
 * @param state how it stands
 * @param generation number of the build
 * @param target index of the newest event when it began
 * @param position index of the event up to which it has read; null after its end
 * @param head index of the newest event in the store; null after its end
 * @param eventsBehind how many events are between the two; null after its end
 * @param progress how much is done, from 0 to 1
 * @param eventsPerSecond how many events it has read a second lately; null after its end
 * @param remainingSeconds how long it will take at that rate; null while nobody knows
 * @param startedAt when it began
 * @param endedAt when it ended; null while it goes on
 * @param cause why it failed, or what it is failing with; null otherwise
 */
public record Replay(
        State state,
        int generation,
        long target,
        @Nullable Long position,
        @Nullable Long head,
        @Nullable Long eventsBehind,
        double progress,
        @Nullable Double eventsPerSecond,
        @Nullable Long remainingSeconds,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String cause) {

    /** How a replay stands. */
    public enum State {
        /** It goes on. */
        RUNNING,
        /** Readers are shown what it built. */
        DONE,
        /** It was given up. */
        FAILED,
        /** Somebody stopped it. */
        CANCELLED,
        /** A newer service says what this client does not know. */
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
