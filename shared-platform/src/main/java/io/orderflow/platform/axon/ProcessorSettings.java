package io.orderflow.platform.axon;

import io.orderflow.platform.eventstore.EventSource;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;

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
                configuration -> configuration.getComponent(EventSource.class),
                (configuration, builder) -> apply(builder)
                        .initialToken(StreamableMessageSource::createTailToken)
                        .workerExecutor(name ->
                                ProcessorThreads.endingWith(configuration, ProcessorThreads.pool(name, segments)))
                        .coordinatorExecutor(name ->
                                ProcessorThreads.endingWith(configuration, ProcessorThreads.coordinator(name))));
    }

    /** Gives a processor these settings, and the claims of segments that go with them. */
    public PooledStreamingEventProcessor.Builder apply(PooledStreamingEventProcessor.Builder processor) {
        return processor
                .initialSegmentCount(segments)
                .batchSize(batchSize)
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .claimExtensionThreshold(CLAIM_INTERVAL_MILLIS)
                .enableCoordinatorClaimExtension();
    }
}
