package io.orderflow.api.projection;

/** What a projection does. Of several that hold, the first in this order is said. */
public enum ProjectionState {
    /** It stands still on all replicas because somebody wants it. */
    PAUSED,
    /** It fails again and again, and tries again after each pause of some seconds. */
    FAILING,
    /** Nobody works for it. */
    STOPPED,
    /** What readers are shown is being filled with events that were there before. */
    REPLAYING,
    /** Another generation is built beside the one that readers are shown, which goes on. */
    REBUILDING,
    /** It handles events as they come. */
    RUNNING
}
