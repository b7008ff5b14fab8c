package io.orderflow.query.platform.projection;

import io.orderflow.query.platform.generation.GenerationScope;

/**
 * How a projection tells a new event from a redelivered one: each row holds the sequence number of the last event it took
 * from each stream it follows.
 */
public final class StreamVersion {

    /** The version of a row that holds no event of a stream yet. */
    public static final long NONE = -1;

    private StreamVersion() {}

    /**
     * Whether an event is the next one of its stream. False for one that the row holds already.
     *
     * @param stream the event's stream, for the message
     * @param held the sequence number of the last event that the row holds, or {@link #NONE}
     * @param sequence the event's sequence number
     * @throws EventsMissing if events between the two have not been seen, other than those that the projection is to go on
     *     without
     */
    public static boolean isNext(String stream, long held, long sequence) {
        if (sequence > held + 1 && !GenerationScope.isWithout(stream, held + 1, sequence - 1)) {
            throw new EventsMissing(stream, held, sequence);
        }
        return sequence > held;
    }
}
