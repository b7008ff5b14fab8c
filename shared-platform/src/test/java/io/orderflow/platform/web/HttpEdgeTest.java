package io.orderflow.platform.web;

import static io.orderflow.platform.web.HttpEdge.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HttpEdgeTest {

    private static final int LIMIT = 256 * 1024;

    @LocalServerPort
    int port;

    HttpEdge http;

    @BeforeEach
    void connect() {
        http = new HttpEdge(port);
    }

    @Test
    void accepts_a_body_of_exactly_the_limit() {
        assertThat(http.post(bodyOf(LIMIT)).statusCode()).isEqualTo(200);
        assertThat(chunked(bodyOf(LIMIT)).statusCode()).isEqualTo(200);
    }

    @Test
    void refuses_a_body_that_says_it_is_too_large() {
        problem(http.post(bodyOf(LIMIT + 1)), 413, "BODY_TOO_LARGE");
    }

    @Test
    void refuses_a_chunked_body_that_turns_out_too_large() {
        problem(chunked(bodyOf(LIMIT + 1)), 413, "BODY_TOO_LARGE");
    }

    @Test
    void refuses_a_too_large_body_with_blanks_behind_the_document() {
        problem(chunked("{\"text\":\"a\"}" + " ".repeat(LIMIT)), 413, "BODY_TOO_LARGE");
    }

    @Test
    void answers_an_unknown_route_with_404() {
        JsonNode problem = problem(http.get("/nothing/here"), 404, "NOT_FOUND");

        assertThat(problem.get("instance").asString()).isEqualTo("/nothing/here");
        assertThat(problem.has("violations")).isFalse();
    }

    @Test
    void answers_a_browser_with_json_too() {
        problem(http.send("/nothing", request -> request.header("Accept", "text/html")), 404, "NOT_FOUND");
    }

    @Test
    void answers_the_error_route_itself_with_404() {
        problem(http.get("/error"), 404, "NOT_FOUND");
    }

    @Test
    void names_the_methods_that_a_route_takes() {
        HttpResponse<String> response = http.send("/sample", request -> request.DELETE());

        problem(response, 405, "METHOD_NOT_ALLOWED");
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void refuses_a_media_type_it_cannot_write() {
        HttpResponse<String> response = http.send("/sample/named/a", request -> request.header("Accept", "text/csv"));

        problem(response, 406, "NOT_ACCEPTABLE");
        assertThat(response.headers().firstValue("Accept")).isEmpty();
    }

    @Test
    void refuses_a_media_type_it_cannot_read() {
        problem(
                http.send("/sample", request -> request.header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{\"text\":\"a\"}"))),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        problem(
                http.send("/sample", request -> request.header("Content-Type", "application/json;charset=klingon")
                        .POST(BodyPublishers.ofString("{\"text\":\"a\"}"))),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void reads_a_body_in_the_charset_that_it_names() {
        HttpResponse<String> response =
                http.send("/sample", request -> request.header("Content-Type", "application/json;charset=iso-8859-1")
                        .POST(BodyPublishers.ofString("{\"text\":\"größe\"}", StandardCharsets.ISO_8859_1)));

        assertThat(response.body()).isEqualTo("{\"length\":5}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-uuid", "1-1-1-1-1", "AAAAAAAAAAAAAAAAAAAAAA=="})
    void refuses_a_path_that_is_no_uuid(String id) {
        JsonNode problem = problem(http.get("/sample/" + id), 400, "VALIDATION_FAILED");

        assertThat(problem.at("/violations/0/parameter").asString()).isEqualTo("id");
        assertThat(problem.at("/violations/0/detail").asString()).isEqualTo("must be a UUID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "one", "1.5", "99999999999"})
    void refuses_a_parameter_that_is_no_page(String page) {
        JsonNode problem = problem(
                http.get("/sample/0192d3c8-0000-7000-8000-000000000001?page=" + page), 400, "VALIDATION_FAILED");

        assertThat(problem.at("/violations/0/parameter").asString()).isEqualTo("page");
        assertThat(problem.at("/violations/0").has("pointer")).isFalse();
    }

    @Test
    void refuses_a_missing_parameter() {
        JsonNode problem = problem(http.get("/sample/required"), 400, "VALIDATION_FAILED");

        assertThat(problem.at("/violations/0/parameter").asString()).isEqualTo("size");
    }

    @Test
    void leaves_out_what_is_null_in_an_answer() {
        assertThat(http.get("/sample/required?size=3").body()).isEqualTo("{\"size\":3}");
    }

    @Test
    void lets_a_slash_into_a_path_variable() {
        assertThat(http.get("/sample/named/a%2Fb%20c").body()).isEqualTo("{\"name\":\"a/b c\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-database",
                "slow-database",
                "no-transaction",
                "no-rollback",
                "no-lock",
                "no-connection",
                "broken-connection",
                "ended-connection",
                "reset-connection",
                "broken-pipe",
                "h2-gone",
                "batch-lock-timeout"
            })
    void answers_503_when_the_database_cannot_be_used_for_the_moment(String how) {
        HttpResponse<String> response = http.get("/sample/failing/" + how);

        problem(response, 503, "UNAVAILABLE");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad-sql", "checked", "anything"})
    void answers_500_without_a_word_about_the_cause(String how) {
        problem(http.get("/sample/failing/" + how), 500, "INTERNAL_ERROR");
    }

    @Test
    void answers_a_refusal_with_its_code_however_it_is_wrapped() {
        JsonNode problem = problem(http.get("/sample/failing/refused"), 409, "ORDER_NOT_PENDING");
        assertThat(problem.get("detail").asString()).isEqualTo("It is SHIPPED");

        problem(http.get("/sample/failing/wrapped"), 422, "LAST_LINE");
    }

    @Test
    void answers_failures_of_filters() {
        problem(http.get("/filtered?how=broken"), 500, "INTERNAL_ERROR");
        problem(http.get("/filtered?how=gone"), 404, "NOT_FOUND");
        problem(http.get("/filtered?how=forbidden"), 400, "MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /sample/{x} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /sample/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /sample/named/a HTTP/1.1\r\nConnection: close\r\n\r\n"
            })
    void answers_what_tomcat_refuses_by_itself(String request) throws IOException {
        assertThat(http.raw(request))
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("\"code\":\"MALFORMED_REQUEST\"")
                .doesNotContain("<html", "Tomcat", "Exception");
    }

    @Test
    void refuses_headers_that_are_too_large() throws IOException {
        assertThat(http.raw("GET /sample/named/a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Long: "
                        + "a".repeat(10_000)
                        + "\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .contains("\"code\":\"MALFORMED_REQUEST\"")
                .doesNotContain("<html", "Tomcat", "Exception");
    }

    /** Clients send the next request on the same connection, and take a connection that is closed then for a fault. */
    @ParameterizedTest
    @CsvSource({"/sample, text/xml, */*", "/sample, application/json, text/csv", "/nothing, application/json, */*"})
    void keeps_the_connection_of_a_request_whose_body_nobody_wanted(String path, String type, String accept)
            throws IOException {
        String refused = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nAccept: %s\r\n"
                        .formatted(path, type, accept)
                + "Content-Length: 20000\r\n\r\n" + " ".repeat(20_000);
        String next = "GET /sample/named/a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

        assertThat(http.raw(refused + next)).startsWith("HTTP/1.1 4").contains("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "order-1:2.3_4", "0123456789012345678901234567890123456789012345678901234567890123"})
    void keeps_the_correlation_id_that_a_caller_chose(String id) {
        HttpResponse<String> response =
                http.send("/sample/correlation", request -> request.header(CorrelationId.HEADER, id));

        assertThat(response.body()).isEqualTo("{\"id\":\"" + id + "\"}");
        assertThat(response.headers().firstValue(CorrelationId.HEADER)).hasValue(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a=b", "", "01234567890123456789012345678901234567890123456789012345678901234"})
    void replaces_a_correlation_id_that_could_do_harm(String id) {
        HttpResponse<String> response =
                http.send("/sample/correlation", request -> request.header(CorrelationId.HEADER, id));

        assertThat(response.headers().firstValue(CorrelationId.HEADER))
                .hasValueSatisfying(given -> assertThat(given).isNotEqualTo(id).matches("[0-9a-f-]{36}"));
    }

    @Test
    void names_the_correlation_id_of_a_failure_too() {
        for (String path : new String[] {"/nothing", "/sample/failing/anything", "/filtered?how=broken"}) {
            HttpResponse<String> response = http.send(path, request -> request.header(CorrelationId.HEADER, "mine"));

            assertThat(response.headers().firstValue(CorrelationId.HEADER))
                    .as(path)
                    .hasValue("mine");
        }
    }

    private HttpResponse<String> chunked(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return http.post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    }

    private static String bodyOf(int bytes) {
        String frame = "{\"text\":\"\"}";
        return "{\"text\":\"" + "a".repeat(bytes - frame.length()) + "\"}";
    }
}
