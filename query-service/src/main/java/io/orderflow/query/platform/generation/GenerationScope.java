package io.orderflow.query.platform.generation;

import io.orderflow.query.platform.deadletter.DiscardedEvents;
import org.jspecify.annotations.Nullable;

/** For which generation a thread works: that of the processor whose transaction is open. */
public final class GenerationScope {

    private static final ThreadLocal<@Nullable Entered> CURRENT = new ThreadLocal<>();

    private GenerationScope() {}

    /** The generation whose tables this thread changes; null for a reader. */
    public static @Nullable Generation current() {
        Entered entered = CURRENT.get();
        return entered == null ? null : entered.generation;
    }

    static @Nullable String path() {
        Entered entered = CURRENT.get();
        return entered == null ? null : entered.path;
    }

    /** Whether the projection is to go on without all events of a stream from a version to another one. */
    public static boolean isWithout(String stream, long from, long to) {
        Entered entered = CURRENT.get();
        return entered != null && entered.discarded.contains(entered.generation.group(), stream, from, to);
    }

    /** Whether it works for a generation that nobody is shown yet. */
    public static boolean isBuilding() {
        Entered entered = CURRENT.get();
        return entered != null && !entered.generations.isOrWasLive(entered.generation);
    }

    /** Works for a generation until what is returned is run. */
    static Runnable enter(Generation generation, LiveGenerations generations, String path, DiscardedEvents discarded) {
        Entered before = CURRENT.get();
        CURRENT.set(new Entered(generation, generations, path, discarded));
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    private record Entered(
            Generation generation, LiveGenerations generations, String path, DiscardedEvents discarded) {}
}
