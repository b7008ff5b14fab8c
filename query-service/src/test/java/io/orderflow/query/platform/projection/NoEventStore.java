package io.orderflow.query.platform.projection;

import io.orderflow.platform.eventstore.AppendSignal;

/** The signal of an event store that is not there: its head does not move. */
public final class NoEventStore implements AppendSignal {

    @Override
    public void raise(long head) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long head() {
        return 0;
    }

    @Override
    public Runnable subscribe(Runnable listener) {
        return () -> {};
    }
}
