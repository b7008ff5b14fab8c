package io.orderflow.api.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A replay: a new generation of a read model, built beside the one that readers are shown.
 *
 * @param state how it stands
 * @param generation number of the generation that it builds
 * @param target index of the newest event when it began
 * @param position index of the event up to which it has read; null after its end
 * @param head index of the newest event in the store; null after its end
 * @param eventsBehind how many events are between the two; null after its end
 * @param progress how much is done, from 0 to 1
 * @param eventsPerSecond how many events it has read a second in the last ten seconds; null after its end
 * @param remainingSeconds how long it will take at that rate; null while nobody knows, and after its end
 * @param startedAt when it began
 * @param endedAt when it ended; null while it goes on
 * @param cause why it failed, or what it is failing with now; null otherwise
 */
public record ReplayView(
        ReplayState state,
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
        @Nullable String cause) {}
