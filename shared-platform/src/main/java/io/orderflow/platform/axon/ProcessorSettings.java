package io.orderflow.platform.axon;

import io.orderflow.platform.eventstore.WakingEventSource;
import org.axonframework.config.EventProcessingConfigurer;

/**
 * How one processing group runs.
 *
 * @param group the processing group
 * @param segments how many segments, and threads, share its events; fixed at the first start
 * @param batchSize how many events at most share a transaction
 */
public record ProcessorSettings(String group, int segments, int batchSize) {

    private static final int CLAIM_INTERVAL_MILLIS = 1_000;

    /**
     * Makes the group a pooled streaming processor that starts at the beginning of the store and never passes over an
     * event: a failing handler rolls the batch back, and it is tried again, at the latest after 5 seconds.
     */
    public void register(EventProcessingConfigurer processing) {
        processing.registerPooledStreamingEventProcessor(
                group,
                configuration -> configuration.getComponent(WakingEventSource.class),
                (configuration, builder) -> builder.initialSegmentCount(segments)
                        .batchSize(batchSize)
                        .initialToken(source -> source.createTailToken())
                        .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                        .claimExtensionThreshold(CLAIM_INTERVAL_MILLIS)
                        .enableCoordinatorClaimExtension()
                        .workerExecutor(name -> ProcessorThreads.pool(name, segments, configuration))
                        .coordinatorExecutor(name -> ProcessorThreads.coordinator(name, configuration)));
    }
}
