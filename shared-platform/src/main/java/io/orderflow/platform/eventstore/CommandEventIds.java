package io.orderflow.platform.eventstore;

import io.orderflow.api.metadata.MetadataKeys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * Names events after the command that caused them. The last event of a command gets the command's own id, those before it
 * the id with a number behind. So the index that the event ids have anyway answers what became of a command, and a command
 * cannot be in the store twice.
 */
final class CommandEventIds {

    private CommandEventIds() {}

    /** The events of one append; those that no command caused keep their ids. */
    static List<EventMessage<?>> named(List<? extends EventMessage<?>> events) {
        List<EventMessage<?>> named = new ArrayList<>();
        Set<String> ended = new HashSet<>();
        for (int i = events.size() - 1; i >= 0; i--) {
            EventMessage<?> event = events.get(i);
            if (event instanceof DomainEventMessage<?> domainEvent
                    && event.getMetaData().get(MetadataKeys.COMMAND_ID) instanceof String command) {
                named.add(withId(ended.add(command) ? command : command + "." + i, domainEvent));
            } else {
                named.add(event);
            }
        }
        Collections.reverse(named);
        return named;
    }

    private static <T> EventMessage<T> withId(String id, DomainEventMessage<T> event) {
        return new GenericDomainEventMessage<>(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getPayload(),
                event.getMetaData(),
                id,
                event.getTimestamp());
    }
}
