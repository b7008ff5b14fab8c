package io.orderflow.query.platform.stream;

import io.orderflow.query.platform.projection.EventPosition;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.springframework.stereotype.Component;

/** Tells live streams what a projection has changed. */
@Component
public class LiveUpdates {

    private final QueryUpdateEmitter emitter;

    LiveUpdates(QueryUpdateEmitter emitter) {
        this.emitter = emitter;
    }

    /** Gives an update to all who have asked a query, after the commit; nothing during a replay. Called by event handlers. */
    public <Q> void publish(Class<Q> query, Object update) {
        if (!EventPosition.isReplay()) {
            emitter.emit(query, asked -> true, update);
        }
    }
}
