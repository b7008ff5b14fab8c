package io.orderflow.query.platform.generation;

import java.util.Optional;
import java.util.function.Consumer;

/** Which generation of each read model readers are shown. */
public interface LiveGenerations {

    /** The generation of a read model that readers are shown; empty while the first one for this version is built. */
    Optional<Generation> live(String group);

    /** Calls back when another generation has become live here; also at the start. */
    void whenSwitched(Consumer<Generation> listener);

    /** Whether readers are shown this one. */
    default boolean isLive(Generation generation) {
        return live(generation.group()).filter(generation::equals).isPresent();
    }

    /** Whether readers are shown this one, or were until a moment ago. */
    default boolean isOrWasLive(Generation generation) {
        return live(generation.group())
                .filter(live -> live.number() >= generation.number())
                .isPresent();
    }
}
