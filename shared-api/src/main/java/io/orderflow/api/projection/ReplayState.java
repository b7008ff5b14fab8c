package io.orderflow.api.projection;

/** How a replay stands. */
public enum ReplayState {
    /** It goes on, or will when the projection is resumed. */
    RUNNING,
    /** Readers have been shown what it built. */
    DONE,
    /** It was given up; {@code cause} says why. */
    FAILED,
    /** Somebody stopped it. */
    CANCELLED
}
