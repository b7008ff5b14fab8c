package io.orderflow.platform.eventstore;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * What the streaming processors read. Axon's own stream over an embedded store cannot call back when events arrive, so
 * that a pooled processor looks only every 500 ms, and one in another process every second on top; this one calls back
 * as soon as the {@link AppendSignal} is raised.
 */
public final class WakingEventSource implements EventSource {

    private final EventStorageEngine engine;
    private final AppendSignal signal;

    WakingEventSource(EventStorageEngine engine, AppendSignal signal) {
        this.engine = engine;
        this.signal = signal;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken position) {
        return new WakingStream(position);
    }

    @Override
    public TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return engine.createTokenAt(dateTime);
    }

    private final class WakingStream implements TrackingEventStream {

        // The engine's iterator asks the store again each time it has run dry, from the last position it gave.
        private final Stream<? extends TrackedEventMessage<?>> events;
        private final Iterator<? extends TrackedEventMessage<?>> iterator;
        private final Object arrival = new Object();
        private volatile Runnable callback = () -> {};
        private final Runnable unsubscribe;
        private long arrivals;
        private @Nullable TrackedEventMessage<?> peeked;

        private WakingStream(@Nullable TrackingToken position) {
            events = engine.readEvents(position, false);
            iterator = events.iterator();
            unsubscribe = signal.subscribe(this::wake);
        }

        private void wake() {
            synchronized (arrival) {
                arrivals++;
                arrival.notifyAll();
            }
            callback.run();
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            this.callback = callback;
            return true;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            if (peeked == null && iterator.hasNext()) {
                peeked = iterator.next();
            }
            return Optional.ofNullable(peeked);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            long deadline = System.nanoTime() + unit.toNanos(timeout);
            while (true) {
                long before;
                synchronized (arrival) {
                    before = arrivals;
                }
                if (peek().isPresent()) {
                    return true;
                }
                synchronized (arrival) {
                    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                    if (left <= 0) {
                        return false;
                    }
                    if (arrivals == before) {
                        arrival.wait(left);
                    }
                }
            }
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
                // a lost signal costs one second here
            }
            TrackedEventMessage<?> next = peek().orElseThrow();
            peeked = null;
            return next;
        }

        @Override
        public void close() {
            unsubscribe.run();
            callback = () -> {};
            events.close();
        }
    }
}
