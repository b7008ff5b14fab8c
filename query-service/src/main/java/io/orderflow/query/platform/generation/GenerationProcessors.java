package io.orderflow.query.platform.generation;

import io.orderflow.platform.axon.ProcessorSettings;
import io.orderflow.platform.axon.ProcessorThreads;
import io.orderflow.platform.eventstore.EventSource;
import io.orderflow.query.platform.deadletter.DeadLetterOffice;
import io.orderflow.query.platform.deadletter.DeadLetters;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;

/** Makes the processors of a read model's generations: pooled streaming processors that differ in name and tables only. */
final class GenerationProcessors {

    /** While a read model catches up; those who wait for one event get a batch of one. */
    private static final int BATCH = 500;

    private final ReadModel model;
    private final Configuration configuration;
    private final EventHandlerInvoker invoker;
    private final Generations generations;
    private final GenerationSchemas schemas;
    private final DeadLetterOffice letters;
    private final BuildingPermits permits;
    private final ProjectionFailures failures;

    GenerationProcessors(
            ReadModel model,
            Configuration configuration,
            EventHandlerInvoker invoker,
            Generations generations,
            GenerationSchemas schemas,
            DeadLetterOffice letters,
            ProjectionFailures failures,
            BuildingPermits permits) {
        this.model = model;
        this.configuration = configuration;
        this.invoker = invoker;
        this.generations = generations;
        this.schemas = schemas;
        this.letters = letters;
        this.permits = permits;
        this.failures = failures;
    }

    /** A processor that is not started yet. */
    GenerationProcessor create(Generation generation) {
        String name = generation.processor();
        ScheduledExecutorService workers = BuildingPermits.workers(name, model.segments());
        ScheduledExecutorService coordinator = ProcessorThreads.coordinator(name);
        DeadLetters parked = letters.of(model.group(), name);
        TokenStore tokens = configuration.getComponent(TokenStore.class);
        TransactionManager transactions = new GenerationTransactions(
                configuration.getComponent(TransactionManager.class),
                generation,
                generations,
                generations.pathOf(generation),
                letters.discarded(),
                permits);
        PooledStreamingEventProcessor.Builder builder = PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(new ProjectionInvoker(invoker, parked, () -> schemas.empty(generation)))
                .errorHandler(PropagatingErrorHandler.instance())
                .messageMonitor(configuration.messageMonitor(PooledStreamingEventProcessor.class, name))
                .spanFactory(configuration.getComponent(EventProcessorSpanFactory.class))
                .messageSource(configuration.getComponent(EventSource.class))
                .tokenStore(tokens)
                .transactionManager(transactions)
                .initialToken(GenerationProcessors::replay)
                .workerExecutor(workers)
                .coordinatorExecutor(coordinator);
        return new GenerationProcessor(
                new ProcessorSettings(name, model.segments(), BATCH).apply(builder),
                generation,
                transactions,
                tokens,
                parked,
                failed -> failed(generation, failed),
                List.of(workers, coordinator));
    }

    /** The service is not ready while what readers are shown fails; what is being built has a state of its own. */
    private void failed(Generation generation, ErrorContext failed) throws Exception {
        failures.note(generation.processor(), failed.error());
        String known = generations.isLive(generation) ? generation.group() : generation.processor();
        configuration
                .getComponent(EventProcessingConfiguration.class)
                .errorHandler(generation.group())
                .handleError(new ErrorContext(known, failed.error(), failed.failedEvents()));
    }

    /** What is in the store already is a replay, and only what comes later is news. */
    private static TrackingToken replay(StreamableMessageSource<TrackedEventMessage<?>> store) {
        TrackingToken tail = store.createTailToken();
        TrackingToken head = store.createHeadToken();
        boolean empty = head == null || tail != null && tail.covers(head);
        return empty ? tail : ReplayToken.createReplayToken(head, tail);
    }
}
