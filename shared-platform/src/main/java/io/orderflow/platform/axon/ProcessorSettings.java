package io.orderflow.platform.axon;

import io.orderflow.platform.eventstore.WakingEventSource;
import java.util.function.Function;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
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
        register(processing, StreamableMessageSource::createTailToken);
    }

    /**
     * The same for what is rebuilt whenever its tokens are deleted: what is in the store at the first start is a replay, and
     * only what comes later is news.
     */
    public void registerRebuilt(EventProcessingConfigurer processing) {
        register(processing, ProcessorSettings::replay);
    }

    private static TrackingToken replay(StreamableMessageSource<TrackedEventMessage<?>> store) {
        TrackingToken tail = store.createTailToken();
        TrackingToken head = store.createHeadToken();
        boolean empty = head == null || tail != null && tail.covers(head);
        return empty ? tail : ReplayToken.createReplayToken(head, tail);
    }

    private void register(
            EventProcessingConfigurer processing,
            Function<StreamableMessageSource<TrackedEventMessage<?>>, TrackingToken> firstToken) {
        processing.registerPooledStreamingEventProcessor(
                group,
                configuration -> configuration.getComponent(WakingEventSource.class),
                (configuration, builder) -> builder.initialSegmentCount(segments)
                        .batchSize(batchSize)
                        .initialToken(firstToken)
                        .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                        .claimExtensionThreshold(CLAIM_INTERVAL_MILLIS)
                        .enableCoordinatorClaimExtension()
                        .workerExecutor(name -> ProcessorThreads.pool(name, segments, configuration))
                        .coordinatorExecutor(name -> ProcessorThreads.coordinator(name, configuration)));
    }
}
