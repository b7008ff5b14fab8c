package io.orderflow.command.platform.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.command.platform.axon.RevocableCommand;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a caller is told about a command that is not done in time. */
@TestPropertySource(properties = {"orderflow.command.decide-within=1s", "orderflow.command.timeout=1s"})
class UnansweredCommandTest extends EndpointTest {

    private static final String DELIVERY = "/api/v1/orders/" + ID + "/delivery";

    @Test
    void names_the_command_whose_outcome_is_unknown() {
        gateway.neverAnswer();

        assertThat(assertProblem(send(HttpMethod.POST, DELIVERY), 504, "OUTCOME_UNKNOWN")
                        .get("detail")
                        .asString())
                .contains("GET /api/v1/commands/" + gateway.message().getIdentifier());
    }

    @Test
    void calls_a_command_back_of_which_nothing_is_written_in_time() {
        gateway.neverDecide();

        MvcTestResult result = send(HttpMethod.POST, DELIVERY);

        assertProblem(result, 503, "UNAVAILABLE");
        assertThat(result).headers().hasValue("Retry-After", "1");
        RevocableCommand<?> late = (RevocableCommand<?>) gateway.message();
        assertThatThrownBy(late::beginWriting).hasMessageContaining("was called back");
        assertThatThrownBy(late.andMetaData(Map.of())::beginWriting).hasMessageContaining("was called back");
    }

    @Test
    void tells_what_became_of_a_command_after_its_caller_had_stopped_waiting() {
        gateway.neverAnswer();
        MvcTestResult unanswered = send(HttpMethod.POST, DELIVERY);
        String id = String.valueOf(unanswered.getResponse().getHeader("X-Command-Id"));
        assertThat(id).isEqualTo(gateway.message().getIdentifier());
        assertThat(send(HttpMethod.GET, "/api/v1/commands/" + id))
                .bodyText()
                .isEqualTo("{\"commandId\":\"%s\",\"outcome\":\"UNKNOWN\"}".formatted(id));

        gateway.answerAfterAll(7);

        assertThat(send(HttpMethod.GET, "/api/v1/commands/" + id))
                .bodyText()
                .isEqualTo("{\"commandId\":\"%s\",\"outcome\":\"DONE\",\"type\":\"order\",\"id\":\"%s\",\"version\":7}"
                        .formatted(id, ID));
    }
}
