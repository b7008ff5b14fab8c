package io.orderflow.query.platform.stream;

import io.orderflow.query.platform.generation.GenerationScope;
import io.orderflow.query.platform.projection.EventPosition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.springframework.stereotype.Component;

/** Tells live streams what a projection has changed. */
@Component
public class LiveUpdates {

    private final QueryUpdateEmitter emitter;
    private final Map<Class<?>, LongAdder> heldBack = new ConcurrentHashMap<>();

    LiveUpdates(QueryUpdateEmitter emitter) {
        this.emitter = emitter;
    }

    /**
     * Gives an update to all who have asked a query, after the commit; during a replay it only counts it, and of a generation
     * that is built beside the live one it says nothing: the live one does. Called by event handlers.
     */
    public <Q> void publish(Class<Q> query, Object update) {
        if (GenerationScope.isBuilding()) {
            return;
        }
        if (EventPosition.isReplay()) {
            heldBack.computeIfAbsent(query, same -> new LongAdder()).increment();
        } else {
            emitter.emit(query, asked -> true, update);
        }
    }

    /** How many updates replays have held back since the start from those who have asked a query. */
    public long heldBack(Class<?> query) {
        LongAdder count = heldBack.get(query);
        return count == null ? 0 : count.sum();
    }
}
