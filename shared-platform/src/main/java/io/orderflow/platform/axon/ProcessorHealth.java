package io.orderflow.platform.axon;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Says down, and which, when an event processor is stopped or keeps failing. A failing segment is given up and taken again
 * after a pause of some seconds, so a processor counts as failing until all segments it has had are at work again.
 */
final class ProcessorHealth implements HealthIndicator {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final EventProcessingConfiguration processing;
    private final ProcessorFailures failures;
    private final ObjectProvider<ProcessorComplaints> complaints;
    private final Clock clock;
    private final Map<String, Integer> mostSegments = new ConcurrentHashMap<>();

    ProcessorHealth(
            EventProcessingConfiguration processing,
            ProcessorFailures failures,
            ObjectProvider<ProcessorComplaints> complaints,
            Clock clock) {
        this.processing = processing;
        this.failures = failures;
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        processing.eventProcessors().forEach((name, processor) -> {
            String state = complaints.stream()
                    .flatMap(known -> known.about(name).stream())
                    .findFirst()
                    .orElseGet(() -> stateOf(name, processor));
            health.withDetail(name, state);
            if (!state.equals("running")) {
                health.down();
            }
        });
        return health.build();
    }

    private String stateOf(String name, EventProcessor processor) {
        if (!processor.isRunning()) {
            return "stopped";
        }
        int segments = processor instanceof StreamingEventProcessor streaming
                ? WorkedSegments.of(streaming.processingStatus()).size()
                : 0;
        int most = mostSegments.merge(name, segments, Math::max);
        return failures.lastOf(name)
                .filter(failure -> failure.at().isAfter(clock.instant().minus(LONGEST_PAUSE)))
                .filter(failure -> segments < most)
                .map(failure -> "failing: " + failure.cause())
                .orElseGet(() ->
                        processor.isError() && (segments > 0 || mayWorkFor(name, processor)) ? "failing" : "running");
    }

    /**
     * Whether there is a segment that this process could take. Axon remembers that taking one has failed until it has
     * events to hand out: a replica whose others have all the segments would be failing for ever. Where there is no segment
     * yet, nobody could make any.
     */
    private boolean mayWorkFor(String name, EventProcessor processor) {
        try {
            TokenStore tokens = processing.tokenStore(name);
            String owner = processor.getName(); // of a read model another one than that of the group
            return tokens.fetchSegments(owner).length == 0
                    || !tokens.fetchAvailableSegments(owner).isEmpty();
        } catch (RuntimeException e) {
            return true;
        }
    }
}
