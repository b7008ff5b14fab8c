package io.orderflow.command.platform.repetition;

import static io.orderflow.command.platform.repetition.RequestSamples.creation;
import static io.orderflow.command.platform.repetition.RequestSamples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AnsweredRequestsTest {

    private static final String HANDLED = "handled";

    private final AnsweredRequests answered = new AnsweredRequests();

    @Test
    void lets_a_new_request_and_a_command_without_one_go_on() throws Exception {
        event(0, request("k1", "f1"));

        assertThat(answer(request("k2", "f2"))).isEqualTo(HANDLED);
        assertThat(answer(Map.of())).isEqualTo(HANDLED);
        assertThat(answer(Map.of("userId", "order-fulfilment"))).isEqualTo(HANDLED);
    }

    @Test
    void answers_a_repetition_with_the_version_of_its_last_event() throws Exception {
        event(3, request("k1", "f1"));
        event(4, request("k1", "f1"));
        event(5, Map.of());
        event(6, request("k2", "f1"));

        assertThat(answer(request("k1", "f1"))).isEqualTo(new RepeatedAnswer(4));
        assertThat(answer(request("k2", "f1"))).isEqualTo(new RepeatedAnswer(6));
    }

    @Test
    void refuses_a_key_with_another_request() {
        event(0, request("k1", "f1"));

        assertThatThrownBy(() -> answer(request("k1", "f2")))
                .isInstanceOfSatisfying(RuleViolated.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
    }

    @Test
    void the_same_request_with_another_key_is_another_request_unless_it_makes_something() throws Exception {
        event(0, request("k1", "f1"));

        assertThat(answer(request("k2", "f1"))).isEqualTo(HANDLED);
        assertThat(answer(creation("k2", "f1"))).isEqualTo(new RepeatedAnswer(0));
        assertThat(answer(creation(null, "f1"))).isEqualTo(new RepeatedAnswer(0));
        assertThat(answer(creation("k2", "f2"))).isEqualTo(HANDLED);
        assertThat(answer(creation(null, "f2"))).isEqualTo(HANDLED);
    }

    @Test
    void what_was_made_without_a_key_is_known_by_its_request() throws Exception {
        event(0, request(null, "f1"));

        assertThat(answer(creation(null, "f1"))).isEqualTo(new RepeatedAnswer(0));
        assertThat(answer(creation("k1", "f1"))).isEqualTo(new RepeatedAnswer(0));
        assertThat(answer(creation(null, "f2"))).isEqualTo(HANDLED);
    }

    @Test
    void comes_back_from_json_with_all_it_knew_and_goes_on() throws Exception {
        JsonMapper json = new JsonMapper();
        for (int i = 0; i < 100; i++) {
            event(2L * i, request("k" + i, "f" + i));
        }
        AnsweredRequests restored = json.readValue(json.writeValueAsBytes(answered), AnsweredRequests.class);
        restored.on(message(200, request("k100", "f100")));

        for (int i = 0; i <= 100; i++) {
            assertThat(answer(restored, request("k" + i, "f" + i))).isEqualTo(new RepeatedAnswer(2L * i));
        }
        assertThat(restored).isNotEqualTo(answered);
        event(200, request("k100", "f100"));
        assertThat(restored).isEqualTo(answered).hasSameHashCodeAs(answered);
    }

    @Test
    void takes_32_characters_of_a_snapshot_for_a_request_and_none_for_a_process_command() {
        JsonMapper json = new JsonMapper();
        for (int i = 0; i < 50; i++) {
            event(2L * i, request("k" + i, "f" + i));
            event(2L * i + 1, Map.of());
        }

        assertThat(json.writeValueAsString(answered)).hasSize(2 + 50 * 32);
    }

    private Object answer(Map<String, String> metadata) throws Exception {
        return answer(answered, metadata);
    }

    private static Object answer(AnsweredRequests answered, Map<String, String> metadata) throws Exception {
        return answered.answer(new GenericCommandMessage<>("command", metadata), () -> HANDLED);
    }

    private void event(long sequence, Map<String, String> metadata) {
        answered.on(message(sequence, metadata));
    }

    private static GenericDomainEventMessage<?> message(long sequence, Map<String, String> metadata) {
        return new GenericDomainEventMessage<>("Some", "id", sequence, "event", metadata);
    }
}
