package io.orderflow.query.platform.generation;

/** How a replay has ended. */
public enum ReplayOutcome {
    /** What it has built is, or was, shown to readers. */
    DONE,
    /** It was given up for a reason that is told with it. */
    FAILED,
    /** Somebody stopped it. */
    CANCELLED
}
