package io.orderflow.platform.eventstore;

import java.io.Serial;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.UnknownSerializedType;

/**
 * The store has an event that this release has no type for: it was written by a later one, or an upcaster is missing. Axon
 * passes over such events without a word, and what is made of the others is wrong.
 */
public final class UnknownEvent extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    private UnknownEvent(EventMessage<?> event) {
        super("event " + event.getIdentifier() + " is of a type that this release does not know: " + typeOf(event));
    }

    /** Whether there is no type for an event. */
    public static boolean is(EventMessage<?> event) {
        return UnknownSerializedType.class.equals(event.getPayloadType());
    }

    /** The name of an event's type as it is in the store, whether there is a type of that name or not. */
    public static String typeOf(EventMessage<?> event) {
        return is(event) && event.getPayload() instanceof UnknownSerializedType payload
                ? payload.serializedType().getName()
                : event.getPayloadType().getName();
    }

    /** @throws UnknownEvent if there is no type for an event */
    public static void refuse(EventMessage<?> event) {
        if (is(event)) {
            throw new UnknownEvent(event);
        }
    }
}
