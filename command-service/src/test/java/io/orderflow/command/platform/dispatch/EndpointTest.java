package io.orderflow.command.platform.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests of endpoints share. The gateway answers with version 7 unless told otherwise. */
@WebMvcTest
@ContextConfiguration(classes = EndpointSlice.class)
@TestPropertySource(properties = {"orderflow.command.decide-within=10s", "orderflow.command.timeout=10s"})
public abstract class EndpointTest {

    /** An id that something has. */
    public static final String ID = "0192d3c8-0000-7000-8000-000000000001";

    /** Another one. */
    public static final String OTHER_ID = "0192d3c8-0000-7000-8000-000000000002";

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    protected StubGateway gateway;

    @BeforeEach
    void startAfresh() {
        gateway.answerWith(7);
    }

    protected MvcTestResult send(HttpMethod method, String path, String json) {
        return mvc.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    protected MvcTestResult send(HttpMethod method, String path) {
        return mvc.method(method).uri(path).exchange();
    }

    protected MvcTestResult send(UnaryOperator<MockMvcTester.MockMvcRequestBuilder> request, HttpMethod method) {
        return request.apply(mvc.method(method)).exchange();
    }

    /** Checks a success: status, body to the letter, entity tag. */
    protected static void assertAnswer(MvcTestResult result, int status, String body) {
        assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_JSON);
        assertThat(result).bodyText().isEqualTo(body);
        assertThat(result).headers().hasValue("ETag", "\"7\"");
    }

    /** Checks that a request is not valid in one place, and that no command was sent. */
    protected void assertInvalid(MvcTestResult result, String pointer) {
        JsonNode problem = assertProblem(result, 400, "VALIDATION_FAILED");
        assertThat(problem.get("violations")).as(problem.toString()).hasSize(1);
        assertThat(problem.at("/violations/0/pointer").asString()).isEqualTo(pointer);
        assertThat(gateway.commands()).isEmpty();
    }

    /** Checks that a parameter of a request is not valid, and that no command was sent. */
    protected void assertInvalidParameter(MvcTestResult result, String parameter) {
        JsonNode problem = assertProblem(result, 400, "VALIDATION_FAILED");
        assertThat(problem.at("/violations/0/parameter").asString()).isEqualTo(parameter);
        assertThat(gateway.commands()).isEmpty();
    }

    /** Checks a refusal, and gives its body. */
    protected static JsonNode assertProblem(MvcTestResult result, int status, String code) {
        assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode problem = JSON.readTree(result.getResponse().getContentAsByteArray());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        return problem;
    }
}
