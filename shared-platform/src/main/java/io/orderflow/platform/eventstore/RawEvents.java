package io.orderflow.platform.eventstore;

import java.util.List;
import java.util.function.Consumer;

/** All events of a store as they are stored, to be moved to another one. */
public interface RawEvents {

    /** Whether there is none. */
    boolean isEmpty();

    /** Gives out all events that are there now, in their order. */
    void forEach(Consumer<StoredEvent> each);

    /** Appends events behind those that are there, all or none. */
    void append(List<StoredEvent> events);
}
