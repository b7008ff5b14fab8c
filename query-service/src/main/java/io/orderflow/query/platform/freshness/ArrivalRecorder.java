package io.orderflow.query.platform.freshness;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Tells, after each commit of a projection, what it now shows. */
final class ArrivalRecorder implements MessageHandlerInterceptor<EventMessage<?>> {

    private final String group;
    private final Arrivals arrivals;
    private final ReadPositions positions;
    private final List<ProjectionListener> listeners;

    ArrivalRecorder(String group, Arrivals arrivals, ReadPositions positions, List<ProjectionListener> listeners) {
        this.group = group;
        this.arrivals = arrivals;
        this.positions = positions;
        this.listeners = listeners;
    }

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        EventMessage<?> event = unitOfWork.getMessage();
        unitOfWork.afterCommit(committed -> {
            positions.projected(group, event.getTimestamp());
            listeners.forEach(listener -> listener.projected(event)); // before anybody is told that it can be read
            if (event instanceof DomainEventMessage<?> domainEvent) {
                arrivals.arrived(group, domainEvent.getAggregateIdentifier(), domainEvent.getSequenceNumber());
            }
        });
        return chain.proceed();
    }
}
