package io.orderflow.platform.axon;

import static io.orderflow.api.metadata.MetadataKeys.CAUSATION_ID;
import static io.orderflow.api.metadata.MetadataKeys.COMMAND_ID;
import static io.orderflow.api.metadata.MetadataKeys.CORRELATION_ID;
import static io.orderflow.api.metadata.MetadataKeys.ISSUED_AT;
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
        } else if (metadata.containsKey(COMMAND_ID)) {
            next.put(COMMAND_ID, metadata.get(COMMAND_ID));
        }
        for (String key : new String[] {USER_ID, ISSUED_AT}) {
            if (metadata.containsKey(key)) {
                next.put(key, metadata.get(key));
            }
        }
        return next;
    }
}
