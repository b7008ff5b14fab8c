package io.orderflow.query.platform.generation;

/** Where a generation is on its way. */
public enum GenerationState {
    /** It reads the events from the first on; nobody is shown it. */
    BUILDING,
    /** It is what readers are shown. */
    LIVE,
    /** Another one has taken its place, or it was given up; it goes on for a moment, for readers who have not noticed. */
    RETIRED,
    /** Its tables are gone. */
    DROPPED
}
