package io.orderflow.query.platform.projection;

import io.orderflow.query.platform.generation.GenerationScope;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** Where in the event store the event is that is being handled by this thread. */
public final class EventPosition {

    private EventPosition() {}

    /** Its global index, or 0 if it does not come from the store. */
    public static long current() {
        TrackingToken token = token();
        return token == null ? 0 : token.position().orElse(0);
    }

    /** Whether it has been handled before, and is handled again to build a read model anew. */
    public static boolean isReplay() {
        TrackingToken token = token();
        return token != null && ReplayToken.isReplay(token) || GenerationScope.isBuilding();
    }

    private static @Nullable TrackingToken token() {
        return CurrentUnitOfWork.isStarted()
                        && CurrentUnitOfWork.get().getMessage() instanceof TrackedEventMessage<?> event
                ? event.trackingToken()
                : null;
    }
}
