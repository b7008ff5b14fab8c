package io.orderflow.query.projections;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** How fast processors have moved lately, by what their tokens said now and then. */
final class Rates {

    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Map<String, Deque<Sample>> samples = new HashMap<>();

    /** Takes the positions of all processors that there are. */
    synchronized void take(Map<String, Long> positions, long nanoTime) {
        samples.keySet().retainAll(Set.copyOf(positions.keySet()));
        positions.forEach((processor, position) -> {
            Deque<Sample> window = samples.computeIfAbsent(processor, none -> new ArrayDeque<>());
            if (!window.isEmpty() && window.getLast().position > position) {
                window.clear(); // it has been reset
            }
            window.addLast(new Sample(nanoTime, position));
            while (window.size() > 2 && nanoTime - window.getFirst().nanoTime > WINDOW_NANOS) {
                window.removeFirst();
            }
        });
    }

    /** Events a second; 0 of a processor that has only just been seen. */
    synchronized double of(String processor) {
        Deque<Sample> window = samples.getOrDefault(processor, new ArrayDeque<>());
        if (window.size() < 2) {
            return 0;
        }
        long nanos = window.getLast().nanoTime - window.getFirst().nanoTime;
        long events = window.getLast().position - window.getFirst().position;
        return nanos <= 0 ? 0 : Math.round(10 * events * 1e9 / nanos) / 10.0;
    }

    private record Sample(long nanoTime, long position) {}
}
