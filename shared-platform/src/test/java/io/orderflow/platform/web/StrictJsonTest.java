package io.orderflow.platform.web;

import static io.orderflow.platform.web.HttpEdge.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StrictJsonTest {

    @LocalServerPort
    int port;

    HttpEdge http;

    @BeforeEach
    void connect() {
        http = new HttpEdge(port);
    }

    static Stream<String> malformed() {
        return Stream.of(
                "",
                "   ",
                "null",
                "{",
                "{\"text\":",
                "{\"text\":\"a\"",
                "{'text':'a'}",
                "{text:\"a\"}",
                "{\"text\":\"a\",}",
                "{\"text\":\"a\"} {}",
                "{\"text\":\"a\"} x",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"text\":\"a\",\"parts\":[{\"name\":\"a\",\"name\":\"b\",\"size\":1}]}",
                "{\"text\":\"a\nb\"}",
                "{\"text\":\"\\x\"}",
                "{\"text\":\"a\",\"count\":NaN}",
                "{\"text\":\"a\",\"count\":Infinity}",
                "{\"text\":\"a\",\"count\":01}",
                "{\"text\":\"a\",\"count\":+1}",
                "{\"text\":\"a\"/* no */}",
                "<text>a</text>",
                "{\"text\":\"a\",\"big\":" + "9".repeat(2_000) + "}");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refuses_what_is_not_one_json_document(String body) {
        problem(http.post(body), 400, "MALFORMED_REQUEST");
    }

    @Test
    void refuses_bytes_that_are_no_utf_8() {
        byte[] body = "{\"text\":\"aX\"}".getBytes(StandardCharsets.US_ASCII);
        body[10] = (byte) 0xC3;

        problem(http.post(BodyPublishers.ofByteArray(body)), 400, "MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|``|must be a JSON object",
                "\"a\"|``|must be a JSON object",
                "{}|/text|must not be null",
                "{\"text\":null}|/text|must not be null",
                "{\"text\":1}|/text|must be a JSON string",
                "{\"text\":1.5}|/text|must be a JSON string",
                "{\"text\":true}|/text|must be a JSON string",
                "{\"text\":[\"a\"]}|/text|must be a JSON string",
                "{\"text\":{}}|/text|must be a JSON string",
                "{\"text\":\" \"}|/text|must not be blank",
                "{\"text\":\"a\\u0000b\"}|/text|must not have control characters or unpaired surrogates",
                "{\"text\":\"a\\nb\"}|/text|must not have control characters or unpaired surrogates",
                "{\"text\":\"a\\ud800b\"}|/text|must not have control characters or unpaired surrogates",
                "{\"text\":\"a\",\"other\":1}|/other|is not a known property",
                "{\"text\":\"a\",\"a/b~c\":1}|/a~1b~0c|is not a known property",
                "{\"text\":\"a\",\"Text\":\"b\"}|/Text|is not a known property",
                "{\"text\":\"a\",\"count\":\"1\"}|/count|must be a whole number between -2147483648 and 2147483647",
                "{\"text\":\"a\",\"count\":\"\"}|/count|must be a whole number between -2147483648 and 2147483647",
                "{\"text\":\"a\",\"count\":1.5}|/count|must be a whole number between -2147483648 and 2147483647",
                "{\"text\":\"a\",\"count\":1.0}|/count|must be a whole number between -2147483648 and 2147483647",
                "{\"text\":\"a\",\"count\":1e400}|/count|must be a whole number between -2147483648 and 2147483647",
                "{\"text\":\"a\",\"count\":2147483648}|/count|must be a whole number between -2147483648 and 2147483647",
                "{\"text\":\"a\",\"count\":true}|/count|must be a whole number between -2147483648 and 2147483647",
                "{\"text\":\"a\",\"count\":[1]}|/count|must be a whole number between -2147483648 and 2147483647",
                "{\"text\":\"a\",\"count\":0}|/count|must be greater than or equal to 1",
                "{\"text\":\"a\",\"big\":9223372036854775808}|/big|must be a whole number of at most 64 bits",
                "{\"text\":\"a\",\"flag\":\"true\"}|/flag|must be true or false",
                "{\"text\":\"a\",\"flag\":1}|/flag|must be true or false",
                "{\"text\":\"a\",\"at\":1700000000}|/at|must be an RFC 3339 time with an offset",
                "{\"text\":\"a\",\"at\":\"2024-01-01\"}|/at|must be an RFC 3339 time with an offset",
                "{\"text\":\"a\",\"at\":\"2024-01-01T00:00:00\"}|/at|must be an RFC 3339 time with an offset",
                "{\"text\":\"a\",\"at\":\"\"}|/at|must be an RFC 3339 time with an offset",
                "{\"text\":\"a\",\"id\":\"\"}|/id|must be a UUID",
                "{\"text\":\"a\",\"id\":\"1-1-1-1-1\"}|/id|must be a UUID",
                "{\"text\":\"a\",\"id\":\"AAAAAAAAAAAAAAAAAAAAAA==\"}|/id|must be a UUID",
                "{\"text\":\"a\",\"id\":1}|/id|must be a UUID",
                "{\"text\":\"a\",\"parts\":{}}|/parts|must be a JSON array",
                "{\"text\":\"a\",\"parts\":\"\"}|/parts|must be a JSON array",
                "{\"text\":\"a\",\"parts\":[null]}|/parts/0|must not be null",
                "{\"text\":\"a\",\"parts\":[\"\"]}|/parts/0|must be a JSON object",
                "{\"text\":\"a\",\"parts\":[[]]}|/parts/0|must be a JSON object",
                "{\"text\":\"a\",\"parts\":[{\"size\":1},{\"size\":null}]}|/parts/1/size|must be a whole number between -2147483648 and 2147483647",
                "{\"text\":\"a\",\"parts\":[{\"size\":1},{}]}|/parts/1/size|must be a whole number between -2147483648 and 2147483647",
                "{\"text\":\"a\",\"parts\":[{\"size\":1},{\"size\":1,\"x\":1}]}|/parts/1/x|is not a known property",
                "{\"text\":\"a\",\"parts\":[{\"size\":1},{\"size\":99999999999}]}|/parts/1/size|must be a whole number between -2147483648 and 2147483647",
                "{\"text\":\"a\",\"parts\":[{\"size\":1,\"name\":\"abcd\"}]}|/parts/0/name|must have at most 3 characters",
                "{\"text\":\"a\",\"parts\":[{\"size\":1,\"name\":\" a\"}]}|/parts/0/name|must not begin or end with a blank"
            })
    void names_the_field_that_is_wrong(String body, String pointer, String detail) {
        JsonNode problem = problem(http.post(body), 400, "VALIDATION_FAILED");

        assertThat(problem.get("violations")).hasSize(1);
        assertThat(problem.at("/violations/0/pointer").asString()).isEqualTo(pointer);
        assertThat(problem.at("/violations/0/detail").asString()).isEqualTo(detail);
    }

    @Test
    void refuses_deep_nesting_where_it_begins() {
        String nested = "[".repeat(100_000) + "]".repeat(100_000);

        JsonNode problem = problem(http.post("{\"text\":\"a\",\"parts\":" + nested + "}"), 400, "VALIDATION_FAILED");

        assertThat(problem.at("/violations/0/pointer").asString()).isEqualTo("/parts/0");
    }

    @Test
    void accepts_what_is_well_formed() {
        assertThat(http.post("{\"text\":\"größe 😀\",\"count\":1,\"big\":9223372036854775807,\"flag\":false,"
                                + "\"at\":\"2024-02-29T10:00:00.5+02:00\",\"id\":\"0192D3C8-0000-7000-8000-00000000000a\","
                                + "\"parts\":[{\"name\":\"a b\",\"size\":1}]}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void says_the_same_whatever_language_the_caller_prefers() {
        String body = http.send("/sample", request -> request.header("Content-Type", "application/json")
                        .header("Accept-Language", "de")
                        .POST(BodyPublishers.ofString("{}")))
                .body();

        assertThat(body).contains("must not be null");
    }

    @Test
    void names_every_field_that_is_wrong_in_order_and_not_more_than_anybody_reads() {
        JsonNode two = problem(http.post("{\"text\":\" \",\"count\":0}"), 400, "VALIDATION_FAILED");
        assertThat(two.get("violations"))
                .extracting(v -> v.get("pointer").asString())
                .containsExactly("/count", "/text");

        String parts = "{\"size\":1,\"name\":\"abcd\"},".repeat(300);
        JsonNode many = problem(
                http.post("{\"text\":\"a\",\"parts\":[" + parts.substring(0, parts.length() - 1) + "]}"),
                400,
                "VALIDATION_FAILED");
        assertThat(many.get("violations")).hasSize(100);
    }
}
