package io.orderflow.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.metadata.MetadataKeys;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class MessageCorrelationTest {

    private static final Map<String, String> REQUEST = Map.of(
            MetadataKeys.IDEMPOTENCY_KEY, "k", MetadataKeys.REQUEST_FINGERPRINT, "f", MetadataKeys.CREATES, "true");

    private final MessageCorrelation correlation = new MessageCorrelation();

    @Test
    void a_command_hands_its_request_on_to_its_events_but_not_the_version_it_expects() {
        Map<String, String> metadata = new HashMap<>(REQUEST);
        metadata.put(MetadataKeys.EXPECTED_VERSION, "3");

        Map<String, Object> next =
                new HashMap<>(correlation.correlationDataFor(new GenericCommandMessage<>("command", metadata)));

        assertThat(next).containsAllEntriesOf(REQUEST).doesNotContainKey(MetadataKeys.EXPECTED_VERSION);
    }

    @Test
    void an_event_does_not_hand_it_on_to_what_follows() {
        Map<String, Object> next =
                new HashMap<>(correlation.correlationDataFor(new GenericEventMessage<>("event", REQUEST)));

        assertThat(next).containsOnlyKeys(MetadataKeys.CORRELATION_ID, MetadataKeys.CAUSATION_ID);
    }
}
