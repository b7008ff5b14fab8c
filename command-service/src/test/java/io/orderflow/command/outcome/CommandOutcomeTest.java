package io.orderflow.command.outcome;

import static io.orderflow.command.retry.RunningService.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.command.retry.RunningService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandOutcomeTest {

    @TempDir
    static Path data;

    private static RunningService service;

    private final UUID id = UUID.randomUUID();

    @BeforeAll
    static void start() {
        service = new RunningService(data);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void what_was_done_is_known_after_a_restart_too() {
        String registered = commandId(register("Ada"));
        String renamed = commandId(rename("Bob"));
        String placed = commandId(exchange("POST", "/orders", order()));

        service.close();
        service = new RunningService(data);

        assertOutcome(registered, "\"DONE\",\"type\":\"customer\",\"id\":\"%s\",\"version\":0".formatted(id));
        assertOutcome(renamed, "\"DONE\",\"type\":\"customer\",\"id\":\"%s\",\"version\":1".formatted(id));
        assertOutcome(placed, "\"DONE\",\"type\":\"order\",\"id\":\"%s\",\"version\":1".formatted(id));
    }

    @Test
    void what_was_done_without_a_change_is_known_for_a_while() {
        register("Ada");
        String unchanged = commandId(rename("Ada"));

        assertOutcome(unchanged, "\"DONE\",\"type\":\"customer\",\"id\":\"%s\",\"version\":0".formatted(id));
    }

    @Test
    void a_refusal_is_known_with_its_reason_until_the_process_ends() {
        HttpResponse<String> answer = rename("Bob");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertOutcome(commandId(answer), "\"REFUSED\",\"code\":\"CUSTOMER_NOT_FOUND\"");

        service.close();
        service = new RunningService(data);

        assertOutcome(commandId(answer), "\"UNKNOWN\"");
    }

    @Test
    void the_tries_of_one_request_with_a_key_are_one_command() {
        String[] key = {"Idempotency-Key", "k-" + id};
        HttpResponse<String> refused = rename("Bob", key);
        register("Ada");
        HttpResponse<String> done = rename("Bob", key);
        HttpResponse<String> again = rename("Bob", key);

        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(commandId(refused)).isEqualTo(commandId(done)).isEqualTo(commandId(again));
        assertOutcome(commandId(again), "\"DONE\",\"type\":\"customer\",\"id\":\"%s\",\"version\":1".formatted(id));
    }

    @Test
    void somebody_elses_command_is_not_known() {
        String done = commandId(register("Ada", as("ada")));
        String refused = commandId(register("Bob", as("ada")));

        for (String command : new String[] {done, refused}) {
            assertThat(exchange("GET", "/commands/" + command, null, as("bob")).body())
                    .isEqualTo("{\"commandId\":\"%s\",\"outcome\":\"UNKNOWN\"}".formatted(command));
            assertThat(exchange("GET", "/commands/" + command, null, as("ada")).body())
                    .doesNotContain("UNKNOWN");
        }
    }

    @Test
    void a_command_that_never_came_is_not_known() {
        assertOutcome(id.toString(), "\"UNKNOWN\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1-1-1-1-1", "%27"})
    void what_is_no_id_is_refused(String text) {
        assertThat(exchange("GET", "/commands/" + text, null).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> register(String name, String... headers) {
        return exchange(
                "POST",
                "/customers",
                "{\"customerId\":\"%s\",\"name\":\"%s\",\"email\":\"a@example.com\"}".formatted(id, name),
                headers);
    }

    private HttpResponse<String> rename(String name, String... headers) {
        return exchange("PUT", "/customers/" + id + "/name", "{\"name\":\"%s\"}".formatted(name), headers);
    }

    private static HttpResponse<String> exchange(String method, String path, @Nullable String body, String... headers) {
        return service.exchange(method, path, body, headers).join();
    }

    private static String commandId(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Command-Id").orElseThrow();
    }

    private static void assertOutcome(String command, String outcome) {
        HttpResponse<String> answer = exchange("GET", "/commands/" + command, null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"commandId\":\"%s\",\"outcome\":%s}".formatted(command, outcome));
    }

    private String order() {
        return """
                {"orderId":"%s","customerId":"0192d3c8-0000-7000-8000-000000000002","currency":"EUR",
                 "place":true,"paymentToken":"tok_approve",
                 "items":[{"sku":"A-1","productName":"Anvil","quantity":2,
                           "unitPrice":{"amount":"12.50","currency":"EUR"}}],
                 "shippingAddress":{"recipient":"Ada","street":"Main St 1","postalCode":"1000","city":"Graz",
                                    "country":"AT"}}"""
                .formatted(id);
    }
}
