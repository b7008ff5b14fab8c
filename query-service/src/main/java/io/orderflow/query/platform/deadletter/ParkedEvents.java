package io.orderflow.query.platform.deadletter;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** The events of a batch that were put behind others instead of being handled: no reader is to be told of them. */
public final class ParkedEvents {

    private static final String KEY = ParkedEvents.class.getName();

    private ParkedEvents() {}

    static void add(UnitOfWork<?> batch, EventMessage<?> event) {
        batch.root()
                .<Set<String>>getOrComputeResource(KEY, key -> new HashSet<>())
                .add(event.getIdentifier());
    }

    /** Whether an event of a batch was not handled. */
    public static boolean contain(UnitOfWork<?> batch, EventMessage<?> event) {
        Set<String> parked = batch.root().getResource(KEY);
        return parked != null && parked.contains(event.getIdentifier());
    }
}
