package io.orderflow.query.platform.generation;

import io.orderflow.platform.axon.ReplayedBeside;
import io.orderflow.query.platform.deadletter.DeadLetterOffice;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.common.Assert;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * The processor of a processing group, as the rest of the service knows it: the one of the generation that readers are shown.
 * It runs the processors of all generations that are wanted.
 */
final class ProjectionProcessor implements StreamingEventProcessor, ReplayedBeside, Lifecycle {

    private final String group;
    private final GenerationProcessors factory;
    private final Generations generations;
    private final Supplier<Set<Generation>> wanted;
    private final Map<Generation, GenerationProcessor> processors = new ConcurrentHashMap<>();
    private final Map<Generation, CompletableFuture<Void>> ending = new ConcurrentHashMap<>();
    private final List<MessageHandlerInterceptor<? super EventMessage<?>>> interceptors = new CopyOnWriteArrayList<>();
    private volatile boolean started;

    /** @param wanted the generations whose processors are to run now */
    ProjectionProcessor(
            String group, GenerationProcessors factory, Generations generations, Supplier<Set<Generation>> wanted) {
        this.group = group;
        this.factory = factory;
        this.generations = generations;
        this.wanted = wanted;
    }

    /** Starts and ends processors so that those of the wanted generations run and no others. */
    synchronized void runWanted() {
        if (!started) {
            return;
        }
        Set<Generation> now = wanted.get();
        Set<Generation> gone = new HashSet<>(processors.keySet());
        gone.removeAll(now);
        gone.forEach(this::end);
        ending.values().removeIf(CompletableFuture::isDone);
        // two of one generation would both write, as they have one name
        now.stream()
                .filter(generation -> !ending.containsKey(generation))
                .forEach(generation -> processors.computeIfAbsent(generation, this::startNew));
    }

    private CompletableFuture<Void> end(Generation generation) {
        CompletableFuture<Void> end = processors.remove(generation).end();
        ending.put(generation, end);
        return end;
    }

    private GenerationProcessor startNew(Generation generation) {
        GenerationProcessor processor = factory.create(generation);
        interceptors.forEach(processor::registerHandlerInterceptor);
        processor.start();
        return processor;
    }

    /** Tries parked events again whose time has come. */
    void retryDueLetters(DeadLetterOffice.Overview overview) {
        processors.values().forEach(processor -> processor.retryDueLetters(overview));
    }

    /** The processor of a generation, if it runs in this process. */
    Optional<GenerationProcessor> of(Generation generation) {
        return Optional.ofNullable(processors.get(generation));
    }

    /** The one that readers depend on: that of the live generation, or of the first one while it is built. */
    private Optional<GenerationProcessor> shown() {
        Optional<Generation> live = generations.live(group);
        return live.isPresent() ? of(live.get()) : newest();
    }

    private Optional<GenerationProcessor> newest() {
        return processors.values().stream()
                .max(Comparator.comparing(processor -> processor.generation().number()));
    }

    @Override
    public Optional<StreamingEventProcessor> replay() {
        return generations.live(group).flatMap(live -> newest().filter(
                        processor -> processor.generation().number() > live.number()));
    }

    private GenerationProcessor shownOrFail() {
        return shown().orElseThrow(() -> new IllegalStateException(group + " does not run here"));
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        lifecycle.onStart(Phase.INBOUND_EVENT_CONNECTORS, this::start);
        lifecycle.onShutdown(Phase.INBOUND_EVENT_CONNECTORS, this::shutdownAsync);
    }

    @Override
    public void start() {
        started = true;
        runWanted();
    }

    @Override
    public void shutDown() {
        shutdownAsync().join();
    }

    @Override
    public CompletableFuture<Void> shutdownAsync() {
        synchronized (this) {
            started = false;
            List.copyOf(processors.keySet()).forEach(this::end);
            return CompletableFuture.allOf(ending.values().toArray(CompletableFuture<?>[]::new));
        }
    }

    @Override
    public boolean isRunning() {
        return shown().filter(GenerationProcessor::isRunning).isPresent();
    }

    @Override
    public boolean isError() {
        return shown().filter(GenerationProcessor::isError).isPresent();
    }

    @Override
    public Map<Integer, EventTrackerStatus> processingStatus() {
        return shown().map(GenerationProcessor::processingStatus).orElse(Map.of());
    }

    @Override
    public int maxCapacity() {
        return shown().map(GenerationProcessor::maxCapacity).orElse(0);
    }

    @Override
    public String getName() {
        return shown().map(GenerationProcessor::getName).orElse(group);
    }

    @Override
    public String getTokenStoreIdentifier() {
        return shownOrFail().getTokenStoreIdentifier();
    }

    @Override
    public void releaseSegment(int segmentId) {
        shownOrFail().releaseSegment(segmentId);
    }

    @Override
    public void releaseSegment(int segmentId, long releaseDuration, TimeUnit unit) {
        shownOrFail().releaseSegment(segmentId, releaseDuration, unit);
    }

    @Override
    public CompletableFuture<Boolean> claimSegment(int segmentId) {
        return shownOrFail().claimSegment(segmentId);
    }

    @Override
    public CompletableFuture<Boolean> splitSegment(int segmentId) {
        return shownOrFail().splitSegment(segmentId);
    }

    @Override
    public CompletableFuture<Boolean> mergeSegment(int segmentId) {
        return shownOrFail().mergeSegment(segmentId);
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super EventMessage<?>> interceptor) {
        interceptors.add(interceptor);
        return () -> interceptors.remove(interceptor);
    }

    @Override
    public List<MessageHandlerInterceptor<? super EventMessage<?>>> getHandlerInterceptors() {
        return List.copyOf(interceptors);
    }

    @Override
    public boolean supportsReset() {
        return true;
    }

    @Override
    public void resetTokens() {
        reset(GenerationProcessor::resetTokens);
    }

    @Override
    public <R> void resetTokens(R resetContext) {
        reset(processor -> processor.resetTokens(resetContext));
    }

    @Override
    public void resetTokens(
            Function<StreamableMessageSource<TrackedEventMessage<?>>, TrackingToken> initialTrackingTokenSupplier) {
        reset(processor -> processor.resetTokens(initialTrackingTokenSupplier));
    }

    @Override
    public <R> void resetTokens(
            Function<StreamableMessageSource<TrackedEventMessage<?>>, TrackingToken> initialTrackingTokenSupplier,
            R resetContext) {
        reset(processor -> processor.resetTokens(initialTrackingTokenSupplier, resetContext));
    }

    @Override
    public <R> void resetTokens(TrackingToken startPosition, R resetContext) {
        reset(processor -> processor.resetTokens(startPosition, resetContext));
    }

    /** In place: readers see the read model empty and filling again. A replay spares them that. */
    private void reset(Consumer<GenerationProcessor> how) {
        Assert.state(!started, () -> "The processor must be shut down before its tokens are reset.");
        Generation live = generations
                .live(group)
                .orElseThrow(() -> new IllegalStateException(group + " has no generation that could be reset"));
        GenerationProcessor processor = factory.create(live);
        try {
            how.accept(processor);
        } finally {
            processor.end();
        }
    }
}
