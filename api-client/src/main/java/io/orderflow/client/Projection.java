package io.orderflow.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a projection is doing.
 *
 * @param name the projection, which has the name of the read model it fills
 * @param state what it does, such as RUNNING or PAUSED
 * @param generation number of the build of the read model that readers are shown
 * @param position index of the event up to which everything is shown
 * @param head index of the newest event in the store
 * @param eventsBehind how many events are between the two
 * @param asOf up to when all is shown; null while nobody knows
 * @param lagMillis how long ago that is, in milliseconds; null while nobody knows
 * @param eventsPerSecond how many events it has read a second lately
 * @param segments its segments
 * @param deadLetters what it could not handle
 * @param failure what went wrong last, apart from dead letters; null if nothing has
 * @param replay the replay that goes on; null if there is none
 */
public record Projection(
        String name,
        String state,
        int generation,
        long position,
        long head,
        long eventsBehind,
        @Nullable Instant asOf,
        @Nullable Long lagMillis,
        double eventsPerSecond,
        List<Segment> segments,
        DeadLetters deadLetters,
        @Nullable Failure failure,
        @Nullable Replay replay) {

    /** Whether all that is in the store is shown, and every segment has come to its end. */
    public boolean isCaughtUp() {
        return eventsBehind == 0 && segments.stream().allMatch(segment -> segment.position() >= head);
    }

    /**
     * A part of the events.
     *
     * @param segment its number
     * @param position index of the last event it has read
     * @param owner the replica that works for it; null if none does
     * @param replaying whether it reads events that were there before
     */
    public record Segment(int segment, long position, @Nullable String owner, boolean replaying) {}

    /**
     * How much is held back.
     *
     * @param sequences how many sequences, orders for instance
     * @param events how many events wait in them
     */
    public record DeadLetters(long sequences, long events) {}

    /**
     * A failure that stops a projection until it passes.
     *
     * @param at when it was seen last
     * @param cause what kind of failure
     */
    public record Failure(Instant at, String cause) {}
}
