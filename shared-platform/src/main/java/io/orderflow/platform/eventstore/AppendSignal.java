package io.orderflow.platform.eventstore;

/**
 * Tells readers of the event store, in whichever process they are, that events were committed. It is a hint that saves
 * polling the store: a reader that misses one finds the events at its next own look.
 */
public interface AppendSignal {

    /** Says that a transaction with new events has been committed. Never blocks, never fails. */
    void raise();

    /**
     * Calls the listener after each signal, from any thread and perhaps once for several signals.
     *
     * @param listener must return at once
     * @return ends the subscription when run
     */
    Runnable subscribe(Runnable listener);
}
