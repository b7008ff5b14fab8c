package io.orderflow.platform.axon;

import static io.orderflow.api.metadata.MetadataKeys.CAUSATION_ID;
import static io.orderflow.api.metadata.MetadataKeys.COMMAND_ID;
import static io.orderflow.api.metadata.MetadataKeys.CORRELATION_ID;
import static io.orderflow.api.metadata.MetadataKeys.CREATES;
import static io.orderflow.api.metadata.MetadataKeys.IDEMPOTENCY_KEY;
import static io.orderflow.api.metadata.MetadataKeys.ISSUED_AT;
import static io.orderflow.api.metadata.MetadataKeys.REQUEST_FINGERPRINT;
import static io.orderflow.api.metadata.MetadataKeys.USER_ID;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** What every message hands on to the messages that follow from it. */
final class MessageCorrelation implements CorrelationDataProvider {

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> next = new HashMap<>();
        var metadata = message.getMetaData();
        next.put(CORRELATION_ID, metadata.getOrDefault(CORRELATION_ID, message.getIdentifier()));
        next.put(CAUSATION_ID, message.getIdentifier());
        if (message instanceof CommandMessage) {
            next.put(COMMAND_ID, message.getIdentifier());
            // to the command's own events and no further: what a process sends because of them is no repetition
            copy(metadata, next, IDEMPOTENCY_KEY, REQUEST_FINGERPRINT, CREATES);
        } else if (metadata.containsKey(COMMAND_ID)) {
            next.put(COMMAND_ID, metadata.get(COMMAND_ID));
        }
        copy(metadata, next, USER_ID, ISSUED_AT);
        return next;
    }

    private static void copy(Map<String, ?> metadata, Map<String, Object> next, String... keys) {
        for (String key : keys) {
            if (metadata.containsKey(key)) {
                next.put(key, metadata.get(key));
            }
        }
    }
}
