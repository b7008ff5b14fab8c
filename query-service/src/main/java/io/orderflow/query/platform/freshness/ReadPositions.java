package io.orderflow.query.platform.freshness;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How far each read model has read. */
@Component
public class ReadPositions {

    private final ObjectProvider<EventProcessingConfiguration> processing;
    private final HeadTimes heads;
    private final Clock clock;
    private final Map<String, Instant> lastProjected = new ConcurrentHashMap<>();

    ReadPositions(ObjectProvider<EventProcessingConfiguration> processing, HeadTimes heads, Clock clock) {
        this.processing = processing;
        this.heads = heads;
        this.clock = clock;
    }

    void projected(String group, Instant recordedAt) {
        lastProjected.put(group, recordedAt);
    }

    /**
     * Up to when a read model shows everything that was recorded: now, if it has read all; else when the first event that
     * it has not read was committed, or, during a replay or after a restart with much to catch up, the time of the event
     * it was at last. Empty while nothing is known, in the first moments after a start.
     */
    Optional<Instant> asOf(String group) {
        Instant now = clock.instant();
        long head = heads.head();
        OptionalLong position = position(group);
        if (position.isEmpty()) {
            return Optional.empty();
        }
        if (position.getAsLong() >= head) {
            return Optional.of(now);
        }
        Optional<Instant> missingSince = heads.firstAfter(position.getAsLong());
        return missingSince.isPresent() ? missingSince : Optional.ofNullable(lastProjected.get(group));
    }

    /** The global index up to which a read model has read everything; empty if this process does not read for it. */
    public OptionalLong position(String group) {
        return segments(group)
                .mapToLong(status -> positionOf(status.getTrackingToken()))
                .min();
    }

    /** Whether this process has every segment of a read model, so that no other one changes it. */
    public boolean isReadHereAlone(String group) {
        return segments(group)
                        .mapToDouble(status -> 1.0 / (status.getSegment().getMask() + 1.0))
                        .sum()
                == 1;
    }

    private Stream<EventTrackerStatus> segments(String group) {
        return processing.stream()
                .flatMap(all -> all.eventProcessor(group, StreamingEventProcessor.class).stream())
                .findFirst()
                .map(StreamingEventProcessor::processingStatus)
                .orElse(Map.of())
                .values()
                .stream();
    }

    private static long positionOf(TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }
}
