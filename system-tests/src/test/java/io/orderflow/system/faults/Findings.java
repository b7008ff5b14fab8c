package io.orderflow.system.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found to be not as it must be. */
final class Findings {

    /** The kinds of harm. */
    enum Harm {
        /** Acknowledged, and not there. */
        LOST,
        /** There more than once. */
        DUPLICATED,
        /** There, though nobody asked for it, or though it was refused. */
        PHANTOM,
        /** There, but another state than that which the commands lead to. */
        WRONG
    }

    private static final int TOLD = 12;

    private final Map<Harm, Integer> counts = new EnumMap<>(Harm.class);
    private final List<String> examples = new ArrayList<>();

    void add(Harm harm, String what, Object... of) {
        counts.merge(harm, 1, Integer::sum);
        if (examples.size() < TOLD) {
            examples.add(harm + ": " + what.formatted(of));
        }
    }

    int count(Harm harm) {
        return counts.getOrDefault(harm, 0);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    @Override
    public String toString() {
        return counts + " " + String.join("\n", examples);
    }
}
