package io.orderflow.query.platform.reconciliation;

import io.orderflow.platform.eventstore.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reads through the events, where the event store has no tables that could be asked. */
final class StreamedStoredStreams implements StoredStreams {

    private static final int PATIENCE_SECONDS = 5;

    /** The clocks of those who write events may differ by so much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final EventSource events;
    private final EventStore store;

    StreamedStoredStreams(EventSource events, EventStore store) {
        this.events = events;
        this.store = store;
    }

    @Override
    public Map<String, Long> lastVersions(long after, long to) {
        Map<String, Long> versions = new HashMap<>();
        read(new GlobalSequenceTrackingToken(after), to, event -> {
            if (event instanceof DomainEventMessage<?> known) {
                versions.put(known.getAggregateIdentifier(), known.getSequenceNumber());
            }
            return true;
        });
        return versions;
    }

    @Override
    public OptionalLong lastVersion(String stream) {
        return store.lastSequenceNumberFor(stream).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** A stream alone does not say where its events are among the others, so these are read, from about its first one on. */
    @Override
    public List<TrackedEventMessage<?>> upTo(long index, String stream) {
        List<String> streams = StoredStreams.together(stream);
        Optional<Instant> begun = begun(streams);
        if (begun.isEmpty()) {
            return List.of();
        }
        List<TrackedEventMessage<?>> past =
                read(events.createTokenAt(begun.get().minus(CLOCKS_DIFFER)), index, streams);
        // clocks may differ by more
        return isFromTheFirst(past, stream) ? past : read(events.createTailToken(), index, streams);
    }

    private static boolean isFromTheFirst(List<TrackedEventMessage<?>> past, String stream) {
        return past.stream()
                .anyMatch(event -> event instanceof DomainEventMessage<?> known
                        && known.getAggregateIdentifier().equals(stream)
                        && known.getSequenceNumber() == 0);
    }

    private List<TrackedEventMessage<?>> read(TrackingToken after, long index, List<String> streams) {
        long expected = streams.stream().mapToLong(this::events).sum();
        List<TrackedEventMessage<?>> past = new ArrayList<>();
        read(after, index, event -> {
            if (event instanceof DomainEventMessage<?> known && streams.contains(known.getAggregateIdentifier())) {
                past.add(event.withTrackingToken(StoredStreams.passed(place(event), index)));
            }
            return past.size() < expected;
        });
        return past;
    }

    private Optional<Instant> begun(List<String> streams) {
        return streams.stream()
                .flatMap(stream -> {
                    DomainEventStream all = store.readEvents(stream, 0);
                    return all.hasNext()
                            ? Optional.of(all.next()).stream()
                            : Optional.<DomainEventMessage<?>>empty().stream();
                })
                .map(EventMessage::getTimestamp)
                .min(Instant::compareTo);
    }

    private long events(String stream) {
        return lastVersion(stream).orElse(-1) + 1;
    }

    private static long place(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    /** @param each is given one event after the other and says whether to go on */
    private void read(TrackingToken after, long to, Predicate<TrackedEventMessage<?>> each) {
        if (after.position().orElse(0) >= to) {
            return;
        }
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(after)) {
            boolean goOn = true;
            while (goOn) {
                if (!stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new EventStoreException(
                            "the event store gives no more events, and " + to + " is not reached");
                }
                TrackedEventMessage<?> event = stream.nextAvailable();
                long place = place(event);
                goOn = place <= to && each.test(event) && place < to;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("the service stops", e);
        }
    }
}
