package io.orderflow.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = PageRoutes.class)
@AutoConfigureMockMvc
class CommandRelayTest {

    private static final HttpServer COMMAND_SERVICE = start();
    private static final List<String> RECEIVED = new CopyOnWriteArrayList<>();

    @Autowired
    private MockMvcTester http;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry properties) {
        properties.add(
                "orderflow.page.command-url",
                () -> "http://127.0.0.1:" + COMMAND_SERVICE.getAddress().getPort());
        properties.add("orderflow.page.command-timeout", () -> "1s");
    }

    @BeforeEach
    void nothing_received() {
        RECEIVED.clear();
    }

    @AfterAll
    static void stop() {
        COMMAND_SERVICE.stop(0);
    }

    @Test
    void carries_a_command_there_and_its_answer_back() {
        MvcTestResult answer = post("/commands/api/v1/orders/1/cancellation?x=a%2Fb");
        assertThat(RECEIVED)
                .containsExactly(
                        "POST /api/v1/orders/1/cancellation?x=a%2Fb key-1 \"3\" application/json {\"reason\":\"twice\"}");
        assertThat(answer)
                .hasStatus(412)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader("ETag", "\"5\"")
                .hasHeader("X-Command-Id", "c-1")
                .doesNotContainHeader("X-Other");
        assertThat(answer).bodyText().isEqualTo("{\"code\":\"VERSION_CONFLICT\"}");
    }

    @Test
    void takes_no_command_without_a_key() {
        assertThat(http.post().uri("/commands/api/v1/orders/1/delivery").exchange())
                .hasStatus(400);
        assertThat(RECEIVED).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/commands/api/v1/../../actuator/env",
                "/commands/api/v1/%2e%2e/actuator/env",
                "/commands/api/v1/..;x/actuator/env",
                "/commands/api/v1/%2e%2e%2factuator",
                "/commands/actuator/env"
            })
    void leads_nowhere_but_to_the_api(String address) {
        assertThat(post(address)).hasStatus(404);
        assertThat(RECEIVED).isEmpty();
    }

    @Test
    void says_that_the_outcome_is_unknown_when_no_answer_comes() {
        MvcTestResult answer = post("/commands/api/v1/never");
        assertThat(answer).hasStatus(504);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("OUTCOME_UNKNOWN");
    }

    @Test
    void tells_how_the_command_service_is() {
        assertThat(http.get().uri("/commands/health").exchange()).hasStatusOk();
        assertThat(RECEIVED).singleElement().asString().startsWith("GET /actuator/health/readiness ");
    }

    private MvcTestResult post(String address) {
        return http.post()
                .uri(URI.create(address))
                .header("Idempotency-Key", "key-1")
                .header("If-Match", "\"3\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"reason\":\"twice\"}")
                .exchange();
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", CommandRelayTest::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        RECEIVED.add(String.join(
                " ",
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("If-Match"),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                body));
        if (exchange.getRequestURI().getPath().endsWith("/never")) {
            return;
        }
        boolean isHealth = exchange.getRequestURI().getPath().startsWith("/actuator");
        byte[] answer =
                (isHealth ? "{\"status\":\"UP\"}" : "{\"code\":\"VERSION_CONFLICT\"}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", isHealth ? "application/json" : "application/problem+json");
        exchange.getResponseHeaders().add("ETag", "\"5\"");
        exchange.getResponseHeaders().add("X-Command-Id", "c-1");
        exchange.getResponseHeaders().add("X-Other", "x");
        exchange.sendResponseHeaders(isHealth ? 200 : 412, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
