package io.orderflow.query.platform.freshness;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.orderflow.query.platform.deadletter.ParkedEvents;
import io.orderflow.query.platform.generation.Generation;
import io.orderflow.query.platform.generation.GenerationScope;
import io.orderflow.query.platform.generation.LiveGenerations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Tells, after each commit of a projection, what it now shows; nothing of a generation that is not live yet. */
final class ArrivalRecorder implements MessageHandlerInterceptor<EventMessage<?>> {

    private final String group;
    private final Arrivals arrivals;
    private final ReadPositions positions;
    private final List<ProjectionListener> listeners;
    private final OtherReplicas others;
    private final LiveGenerations generations;
    private final Timer visibility;
    private final Clock clock;

    ArrivalRecorder(
            String group,
            Arrivals arrivals,
            ReadPositions positions,
            List<ProjectionListener> listeners,
            OtherReplicas others,
            LiveGenerations generations,
            MeterRegistry meters,
            Clock clock) {
        this.group = group;
        this.arrivals = arrivals;
        this.positions = positions;
        this.listeners = listeners;
        this.others = others;
        this.generations = generations;
        this.visibility = Timer.builder("orderflow.projection.visibility")
                .description("from the recording of an event to its being shown; nothing of a replay")
                .tag("projection", group)
                .register(meters);
        this.clock = clock;
    }

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        EventMessage<?> event = unitOfWork.getMessage();
        Generation generation = GenerationScope.current();
        unitOfWork.afterCommit(committed -> {
            if (ParkedEvents.contain(committed, event) || generation != null && !generations.isOrWasLive(generation)) {
                return;
            }
            listeners.forEach(listener -> listener.projected(event)); // before anybody is told that it can be read
            if (generation != null && !generations.isLive(generation)) {
                return;
            }
            positions.projected(group, event.getTimestamp());
            if (!ReplayToken.isReplay(event)) {
                visibility.record(Duration.between(event.getTimestamp(), clock.instant()));
            }
            if (event instanceof DomainEventMessage<?> domainEvent) {
                String stream = domainEvent.getAggregateIdentifier();
                long version = domainEvent.getSequenceNumber();
                arrivals.arrived(group, stream, version);
                others.projected(group, event.getTimestamp(), stream, version);
            }
        });
        return chain.proceed();
    }
}
