package io.orderflow.command.platform.repetition;

import static io.orderflow.command.platform.repetition.RequestSamples.creation;
import static io.orderflow.command.platform.repetition.RequestSamples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import java.util.Base64;
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
    void the_same_request_with_another_key_is_another_request() throws Exception {
        event(0, request("k1", "f1"));

        assertThat(answer(request("k2", "f1"))).isEqualTo(HANDLED);
        assertThat(answer(creation("k2", "f1"))).isEqualTo(HANDLED);
    }

    @Test
    void what_was_made_is_known_by_its_request_whatever_the_keys() throws Exception {
        for (String key : new String[] {"k1", null}) {
            AnsweredRequests made = new AnsweredRequests();
            made.on(message(3, creation(key, "f1")));
            made.on(message(4, creation(key, "f1")));
            made.on(message(5, request("k3", "f3")));

            assertThat(answer(made, creation("k1", "f1"))).isEqualTo(new RepeatedAnswer(4));
            assertThat(answer(made, creation("k2", "f1"))).isEqualTo(new RepeatedAnswer(4));
            assertThat(answer(made, creation(null, "f1"))).isEqualTo(new RepeatedAnswer(4));
            assertThat(answer(made, creation("k2", "f2"))).isEqualTo(HANDLED);
            assertThat(answer(made, creation(null, "f2"))).isEqualTo(HANDLED);
            assertThat(answer(made, request("k3", "f3"))).isEqualTo(new RepeatedAnswer(5));
        }
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
    void takes_16_bytes_of_a_snapshot_for_a_request_and_none_for_a_process_command() {
        for (int i = 0; i < 51; i++) {
            event(2L * i, request("k" + i, "f" + i));
            event(2L * i + 1, Map.of());
        }

        assertThat(Base64.getDecoder().decode(answered.encoded())).hasSize(51 * 16);
    }

    @Test
    void a_snapshot_stays_as_it_was_while_only_processes_send_commands() {
        event(0, request("k0", "f0"));
        AnsweredRequests restored = AnsweredRequests.restored(answered.encoded());

        restored.on(message(1, Map.of()));

        assertThat(restored.encoded()).isEqualTo(answered.encoded());
    }

    @Test
    void knows_versions_beyond_what_a_signed_half_can_hold() throws Exception {
        event(0xfffffffeL, request("k0", "f0"));

        assertThat(answer(request("k0", "f0"))).isEqualTo(new RepeatedAnswer(0xfffffffeL));
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
