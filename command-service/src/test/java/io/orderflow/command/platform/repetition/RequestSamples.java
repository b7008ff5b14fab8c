package io.orderflow.command.platform.repetition;

import io.orderflow.api.metadata.MetadataKeys;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.jspecify.annotations.Nullable;

/** Metadata as the endpoints make it, with readable digests. */
public final class RequestSamples {

    private RequestSamples() {}

    /** Of a request with a key. */
    public static Map<String, String> request(@Nullable String key, String fingerprint) {
        Map<String, String> metadata = new HashMap<>(Map.of(MetadataKeys.REQUEST_FINGERPRINT, fingerprint));
        if (key != null) {
            metadata.put(MetadataKeys.IDEMPOTENCY_KEY, key);
        }
        return metadata;
    }

    /** Of a request that makes something. */
    public static Map<String, String> creation(@Nullable String key, String fingerprint) {
        Map<String, String> metadata = request(key, fingerprint);
        metadata.put(MetadataKeys.CREATES, "true");
        return metadata;
    }

    /** The same, expecting a version. */
    public static Map<String, String> expecting(long version, Map<String, String> metadata) {
        Map<String, String> with = new HashMap<>(metadata);
        with.put(MetadataKeys.EXPECTED_VERSION, Long.toString(version));
        return with;
    }

    /** An event that was caused by such a request. */
    public static EventMessage<?> event(Object payload, Map<String, String> metadata) {
        return new GenericEventMessage<>(payload, metadata);
    }

    /** Hands on to events what the platform hands on to them. */
    public static MessageHandlerInterceptor<CommandMessage<?>> correlation() {
        return new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider(
                MetadataKeys.IDEMPOTENCY_KEY, MetadataKeys.REQUEST_FINGERPRINT, MetadataKeys.CREATES));
    }
}
