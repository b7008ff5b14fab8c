package io.orderflow.query.platform.freshness;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Says that another replica has changed a read model, or may have: no update of a subscription query tells of it here. */
@Component
public class ProjectedElsewhere {

    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();

    /**
     * Calls back after each change, or once for several.
     *
     * @param group the processing group of the read model
     * @param changed must return at once
     */
    public void whenChanged(String group, Runnable changed) {
        listeners.computeIfAbsent(group, same -> new CopyOnWriteArrayList<>()).add(changed);
    }

    void changed(String group) {
        listeners.getOrDefault(group, List.of()).forEach(Runnable::run);
    }

    /** Perhaps any of them. */
    void changed() {
        listeners.keySet().forEach(this::changed);
    }
}
