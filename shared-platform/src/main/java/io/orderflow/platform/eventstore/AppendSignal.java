package io.orderflow.platform.eventstore;

/**
 * Tells readers of the event store, in whichever process they are, that events were committed and up to which index
 * they may be read. A reader that misses a signal finds the events at its next own look.
 */
public interface AppendSignal {

    /**
     * Says that every event up to an index is durable. Never blocks, never fails; an index below the present head
     * changes nothing.
     *
     * @param head the global index of the newest durable event
     */
    void raise(long head);

    /** The global index up to which events may be read; what lies above might vanish if a process were killed now. */
    long head();

    /**
     * Calls the listener after each signal, from any thread and perhaps once for several signals.
     *
     * @param listener must return at once
     * @return ends the subscription when run
     */
    Runnable subscribe(Runnable listener);
}
