package io.orderflow.platform.eventstore;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * The events on Axon Server, counted as in a database: the first one has the position 1, and 0 is before it. So a position
 * means the same in every mode, and an empty store has one too. No type of event is left out of a stream: a processor
 * that is spared what it has no handler for would never come to the head.
 */
final class AxonServerEventSource implements EventSource {

    /** Axon Server's first event has the index 0. */
    private static final long FIRST = 1;

    private final AxonServerEventStore store;

    AxonServerEventSource(AxonServerEventStore store) {
        this.store = store;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken position) {
        return new CountedStream(store.openStream(theirs(position)));
    }

    /** Without asking: a processor that has read nothing can be made while Axon Server is away. */
    @Override
    public TrackingToken createTailToken() {
        return ours(null);
    }

    @Override
    public TrackingToken createHeadToken() {
        return ours(store.createHeadToken());
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return ours(store.createTokenAt(time));
    }

    /** The position of an event that has an index in Axon Server; 0 for the one before its first. */
    static long position(long index) {
        return index + FIRST;
    }

    /** The index in Axon Server of the event at a position. */
    static long index(long position) {
        return position - FIRST;
    }

    /** Theirs is null where there is nothing before. */
    private static TrackingToken ours(@Nullable TrackingToken theirs) {
        return new GlobalSequenceTrackingToken(
                theirs == null ? 0 : position(theirs.position().orElseThrow()));
    }

    private static TrackingToken theirs(@Nullable TrackingToken ours) {
        if (ours == null) {
            return new GlobalSequenceTrackingToken(index(0));
        }
        if (ours instanceof GlobalSequenceTrackingToken counted) {
            return new GlobalSequenceTrackingToken(index(counted.getGlobalIndex()));
        }
        // a position in another store says nothing of this one: events would be passed over
        throw new IllegalArgumentException(
                "%s is of an event store in a database: this database belongs to another mode".formatted(ours));
    }

    private static final class CountedStream implements TrackingEventStream {

        private final TrackingEventStream events;

        private CountedStream(TrackingEventStream events) {
            this.events = events;
        }

        private static TrackedEventMessage<?> counted(TrackedEventMessage<?> event) {
            return event.withTrackingToken(ours(event.trackingToken()));
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return events.peek().map(CountedStream::counted);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return events.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return counted(events.nextAvailable());
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            return events.setOnAvailableCallback(callback);
        }

        @Override
        public void close() {
            events.close();
        }
    }
}
