package io.orderflow.api.projection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a projection is doing, whichever replica works for it.
 *
 * @param name the projection, which has the name of the read model it fills
 * @param state what it does
 * @param generation number of the build of the read model that readers are shown, or of the first one while that is built
 * @param position index of the event up to which everything is shown; -1 before the first
 * @param head index of the newest event in the store
 * @param eventsBehind how many events are between the two
 * @param asOf up to when the read model shows all that was recorded; null while nobody knows
 * @param lagMillis how long ago that is, in milliseconds
 * @param eventsPerSecond how many events it has read a second in the last ten seconds
 * @param segments its segments, which share the events
 * @param deadLetters what it could not handle
 * @param failure what went wrong last, apart from dead letters; null if nothing has in this generation
 * @param replay the replay that goes on; null if there is none
 */
public record ProjectionView(
        String name,
        ProjectionState state,
        int generation,
        long position,
        long head,
        long eventsBehind,
        @Nullable Instant asOf,
        @Nullable Long lagMillis,
        double eventsPerSecond,
        List<SegmentView> segments,
        DeadLetterCount deadLetters,
        @Nullable ProjectionFailure failure,
        @Nullable ReplayView replay) {}
