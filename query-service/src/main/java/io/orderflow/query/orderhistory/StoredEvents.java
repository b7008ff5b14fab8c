package io.orderflow.query.orderhistory;

import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.payment.event.PaymentEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Events as text and back, by the event store's own serializer. The text is that of the event's revision when it was
 * projected: a new revision of an event calls for a replay of this read model, as upcasters work on the store only.
 */
@Component
class StoredEvents {

    /** A stored name never chooses any other class. */
    private static final Map<String, Class<?>> TYPES = Stream.of(OrderEvent.class, PaymentEvent.class)
            .flatMap(stream -> Arrays.stream(stream.getPermittedSubclasses()))
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private final Serializer serializer;

    StoredEvents(@Qualifier("eventSerializer") Serializer serializer) {
        this.serializer = serializer;
    }

    /** The payload as the store has it; not written anew when the message comes from the store. */
    String text(Message<?> message) {
        return message.serializePayload(serializer, String.class).getData();
    }

    /** The event of a row. */
    Object event(OrderHistoryEventRow row) {
        Class<?> type = TYPES.get(row.type());
        if (type == null) {
            throw new IllegalStateException("there is no event " + row.type());
        }
        return read(row.payload(), type);
    }

    /** The payload of a row, field by field. */
    Map<String, @Nullable Object> fields(OrderHistoryEventRow row) {
        return read(row.payload(), LinkedHashMap.class);
    }

    private <T> T read(String text, Class<?> type) {
        return serializer.deserialize(new SimpleSerializedObject<>(text, String.class, serializer.typeForClass(type)));
    }
}
