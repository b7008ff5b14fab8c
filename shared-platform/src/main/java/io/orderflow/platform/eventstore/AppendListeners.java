package io.orderflow.platform.eventstore;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is told in this process that the head of the event store has moved. One that fails keeps no other from it. */
final class AppendListeners {

    private static final Logger log = LoggerFactory.getLogger(AppendListeners.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Has a listener told from now on, and returns what ends that. */
    Runnable add(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                log.warn("a listener of the append signal failed", e);
            }
        }
    }
}
