package io.orderflow.query.platform.freshness;

import io.orderflow.platform.eventstore.AppendSignal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Remembers for a while when the event store's head got where, so that a read model behind it knows since when. */
@Component
class HeadTimes implements DisposableBean {

    private static final int REMEMBERED = 10_000;

    private final AppendSignal signal;
    private final Clock clock;
    private final ConcurrentNavigableMap<Long, Instant> times = new ConcurrentSkipListMap<>();
    private final Runnable unsubscribe;

    HeadTimes(AppendSignal signal, Clock clock) {
        this.signal = signal;
        this.clock = clock;
        note();
        this.unsubscribe = signal.subscribe(this::note);
    }

    private void note() {
        if (times.putIfAbsent(signal.head(), clock.instant()) == null && times.size() > REMEMBERED) {
            times.pollFirstEntry();
        }
    }

    /** The index of the newest event that can be read. */
    long head() {
        return signal.head();
    }

    /**
     * When the first event after a position was committed, as seen from here; empty if that was before this service
     * started, or too long ago.
     */
    Optional<Instant> firstAfter(long position) {
        // without an entry at or before the position, the next entry may be later than the event
        Map.Entry<Long, Instant> next = times.floorKey(position) == null ? null : times.higherEntry(position);
        return Optional.ofNullable(next).map(Map.Entry::getValue);
    }

    @Override
    public void destroy() {
        unsubscribe.run();
    }
}
