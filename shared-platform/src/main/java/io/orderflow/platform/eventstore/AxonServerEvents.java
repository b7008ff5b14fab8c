package io.orderflow.platform.eventstore;

import java.util.List;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/**
 * The event store on Axon Server, with two of the differences that the one in a database has: events are named after their
 * commands, see {@link CommandEventIds}, and no state is made of a stream with an event of a type that is not known.
 */
final class AxonServerEvents extends AxonServerEventStore {

    private AxonServerEvents(Builder builder) {
        super(builder);
    }

    static AxonServerEvents of(Builder builder) {
        builder.build(); // for the engine, which it makes and keeps, and which cannot be made from here
        return new AxonServerEvents(builder);
    }

    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        super.prepareCommit(CommandEventIds.named(events));
    }

    @Override
    public DomainEventStream readEvents(String stream) {
        return known(super.readEvents(stream));
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstVersion) {
        return known(super.readEvents(stream, firstVersion));
    }

    private static DomainEventStream known(DomainEventStream events) {
        return DomainEventStream.of(events.asStream().peek(UnknownEvent::refuse), events::getLastSequenceNumber);
    }
}
