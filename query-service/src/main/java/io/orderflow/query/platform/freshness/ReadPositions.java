package io.orderflow.query.platform.freshness;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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

    /** The head of an empty store; a token that has read nothing is at -1. */
    private static final long BEFORE_THE_FIRST = 0;

    private final ObjectProvider<EventProcessingConfiguration> processing;
    private final HeadTimes heads;
    private final Clock clock;
    private final ObjectProvider<OtherReplicas> others; // looked up late: they are told by the processors
    private final Map<String, Instant> lastProjected = new ConcurrentHashMap<>();

    ReadPositions(
            ObjectProvider<EventProcessingConfiguration> processing,
            HeadTimes heads,
            ObjectProvider<OtherReplicas> others,
            Clock clock) {
        this.processing = processing;
        this.heads = heads;
        this.others = others;
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
    public Optional<Instant> asOf(String group) {
        Instant now = clock.instant();
        long head = heads.head();
        OptionalLong position = position(group);
        return position.isEmpty() ? Optional.empty() : asOf(group, position.getAsLong(), head, now);
    }

    /** The same for a read model that nobody works for now, as it has come to a position. */
    public Optional<Instant> asOf(String group, long position) {
        Instant now = clock.instant();
        return asOf(group, Math.max(position, BEFORE_THE_FIRST), heads.head(), now);
    }

    private Optional<Instant> asOf(String group, long position, long head, Instant now) {
        if (position >= head) {
            return Optional.of(now);
        }
        Optional<Instant> missingSince = heads.firstAfter(position);
        return missingSince.isPresent() ? missingSince : lastProjected(group);
    }

    /** Whether this process is rebuilding a read model. */
    public boolean isReplaying(String group) {
        return segments(group).anyMatch(ReadPositions::isReplaying);
    }

    /** A token that has come to the end of the replay says that it replays until there is another event. */
    private static boolean isReplaying(EventTrackerStatus status) {
        return status.isReplaying()
                && positionOf(status.getTrackingToken())
                        < status.getResetPosition().orElse(Long.MAX_VALUE);
    }

    /** Of the last event here and of the last one elsewhere the earlier: there may be a segment that has come only so far. */
    private Optional<Instant> lastProjected(String group) {
        return Stream.concat(
                        Optional.ofNullable(lastProjected.get(group)).stream(),
                        isReadHereAlone(group) ? Stream.empty() : others.getObject().lastProjected(group).stream())
                .min(Comparator.naturalOrder());
    }

    /**
     * The global index up to which a read model has read everything, whichever replica reads for it; empty if nobody is
     * known to.
     */
    public OptionalLong position(String group) {
        return isReadHereAlone(group) ? positionHere(group) : others.getObject().position(group, positionHere(group));
    }

    /** Empty if a segment is missing, as while they are claimed one after the other: it may have come less far. */
    private OptionalLong positionHere(String group) {
        List<EventTrackerStatus> here = segments(group).toList();
        return partOf(here.stream()) == 1
                ? here.stream()
                        .mapToLong(status -> positionOf(status.getTrackingToken()))
                        .min()
                : OptionalLong.empty();
    }

    /** Whether this process has every segment of a read model, so that no other one changes it. */
    public boolean isReadHereAlone(String group) {
        return partOf(segments(group)) == 1;
    }

    private static double partOf(Stream<EventTrackerStatus> segments) {
        return segments.mapToDouble(status -> 1.0 / (status.getSegment().getMask() + 1.0))
                .sum();
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
