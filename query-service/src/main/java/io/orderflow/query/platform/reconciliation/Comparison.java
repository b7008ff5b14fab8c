package io.orderflow.query.platform.reconciliation;

import io.orderflow.platform.axon.TokenTable;
import io.orderflow.query.platform.deadletter.DeadLetterOffice;
import io.orderflow.query.platform.freshness.HeldVersions;
import io.orderflow.query.platform.generation.Generation;
import io.orderflow.query.platform.generation.LiveGenerations;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares one read model with the event store, a part at a time. */
final class Comparison {

    private static final Logger log = LoggerFactory.getLogger(Comparison.class);
    private static final long WINDOW = 5_000;
    private static final int WINDOWS_AT_A_TIME = 2;

    private final HeldVersions versions;
    private final StoredStreams store;
    private final LiveGenerations generations;
    private final TokenTable tokens;
    private final DeadLetterOffice letters;
    private final Clock clock;
    private final Map<String, Difference> known = new ConcurrentHashMap<>();

    /** They lack events that could not be handled: that is told elsewhere, and may end. */
    private final Map<String, Long> heldBack = new ConcurrentHashMap<>();

    private @Nullable Generation compared;
    private long comparedTo;

    Comparison(
            HeldVersions versions,
            StoredStreams store,
            LiveGenerations generations,
            TokenTable tokens,
            DeadLetterOffice letters,
            Clock clock) {
        this.versions = versions;
        this.store = store;
        this.generations = generations;
        this.tokens = tokens;
        this.letters = letters;
        this.clock = clock;
    }

    String group() {
        return versions.group();
    }

    /** What differs, by stream. */
    List<Difference> differences() {
        return known.values().stream()
                .sorted(Comparator.comparing(Difference::stream))
                .toList();
    }

    /** Has all events compared again. */
    void beginAnew() {
        comparedTo = 0;
    }

    /** @param settled the index up to which events are old enough to be expected in the read model */
    void goOn(long settled) {
        Generation live = generations.live(group()).orElse(null);
        if (live == null) {
            return;
        }
        if (!live.equals(compared)) {
            compared = live;
            beginAnew();
        }
        known.values().forEach(difference -> look(live, difference.stream(), difference.inStore()));
        heldBack.forEach((stream, version) -> look(live, stream, version));
        long end = Math.min(settled, tokens.position(live.processor()).orElse(0));
        for (int window = 0; window < WINDOWS_AT_A_TIME && comparedTo < end; window++) {
            long to = Math.min(comparedTo + WINDOW, end);
            store.lastVersions(comparedTo, to).forEach((stream, version) -> look(live, stream, version));
            comparedTo = to;
        }
    }

    /** @param expected the version that the read model should hold, if not a later one */
    private void look(Generation live, String stream, long expected) {
        String id = versions.idOf(stream).orElse(null);
        if (id == null) {
            return;
        }
        long held = versions.heldOf(id);
        long inStore = held == expected
                ? held
                : Math.max(expected, store.lastVersion(stream).orElse(-1));
        boolean differs = held < expected || held > inStore;
        if (!differs || letters.discarded().contains(group(), stream, held + 1, expected)) {
            forget(stream);
        } else if (letters.of(group(), live.processor()).holdBack(stream)) {
            known.remove(stream);
            heldBack.put(stream, expected);
        } else {
            heldBack.remove(stream);
            note(new Difference(group(), stream, held < expected ? expected : inStore, held, clock.instant()));
        }
    }

    private void note(Difference difference) {
        Difference before = known.get(difference.stream());
        if (before == null) {
            log.warn(
                    "{} differs from the event store: of {} it holds version {} instead of {}",
                    difference.group(),
                    difference.stream(),
                    difference.held(),
                    difference.inStore());
        }
        known.put(
                difference.stream(),
                before == null
                        ? difference
                        : new Difference(
                                difference.group(),
                                difference.stream(),
                                difference.inStore(),
                                difference.held(),
                                before.since()));
    }

    private void forget(String stream) {
        if (known.remove(stream) != null) {
            log.info("{} no longer differs from the event store in {}", group(), stream);
        }
        heldBack.remove(stream);
    }
}
