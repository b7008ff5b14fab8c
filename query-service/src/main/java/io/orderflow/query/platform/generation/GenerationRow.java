package io.orderflow.query.platform.generation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a generation.
 *
 * @param definition which version of the service can use it
 * @param prepared whether its tables are there
 * @param startedAt when it was begun
 * @param target the index of the newest event at that time
 * @param wantedAt when a replica last said that it uses it
 * @param switchedAt when it became live
 * @param endedAt when its building came to an end
 * @param retiredAt when it was no longer wanted
 * @param outcome how its building ended; null while it goes on
 * @param cause why it failed
 */
public record GenerationRow(
        Generation generation,
        String definition,
        GenerationState state,
        boolean prepared,
        Instant startedAt,
        long target,
        Instant wantedAt,
        @Nullable Instant switchedAt,
        @Nullable Instant endedAt,
        @Nullable Instant retiredAt,
        @Nullable ReplayOutcome outcome,
        @Nullable String cause) {

    /** Whether it is in this state. */
    public boolean is(GenerationState other) {
        return state == other;
    }

    /** The processing group that fills it. */
    public String group() {
        return generation.group();
    }
}
