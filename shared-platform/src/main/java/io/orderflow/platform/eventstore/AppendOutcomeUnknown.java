package io.orderflow.platform.eventstore;

import java.io.Serial;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The store went away while events were being committed: they may be in it, or not. */
public final class AppendOutcomeUnknown extends EventStoreException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param cause what was heard of the store last */
    public AppendOutcomeUnknown(Throwable cause) {
        super("the outcome of an append is unknown", cause);
    }
}
