package io.orderflow.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies to and from JSON. Takes more in answers than it knows, so that a newer server does not break it. */
final class Json {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    JavaType type(Class<?> type) {
        return mapper.constructType(type);
    }

    JavaType pageOf(Class<?> item) {
        return mapper.getTypeFactory().constructParametricType(Page.class, item);
    }

    byte[] write(Object body) {
        return mapper.writeValueAsBytes(body);
    }

    <T> T read(byte[] body, JavaType type) {
        return mapper.readValue(body, type);
    }

    <T> T read(String text, JavaType type) {
        return mapper.readValue(text, type);
    }

    /** The answer to a command: what the body says, and whether it has said so before. */
    <T> T readAnswer(byte[] body, JavaType type, boolean repeated) {
        JsonNode answer = mapper.readTree(body);
        if (answer instanceof ObjectNode object) {
            object.put("repeated", repeated);
        }
        return mapper.convertValue(answer, type);
    }

    /** The problem in an answer; also when something between us and the service answered with no problem body. */
    ApiProblem problem(int status, byte[] body) {
        JsonNode node = tree(body);
        if (node == null || !node.path("code").isString()) {
            return new ApiProblem(status, "HTTP_" + status, "the service answered " + status, List.of(), null);
        }
        List<Violation> violations = new ArrayList<>();
        for (JsonNode violation : node.path("violations")) {
            violations.add(new Violation(
                    text(violation, "pointer"),
                    text(violation, "parameter"),
                    violation.path("detail").asString("")));
        }
        return new ApiProblem(
                status,
                node.path("code").asString(),
                node.path("detail").asString(""),
                List.copyOf(violations),
                node.path("currentVersion").isIntegralNumber()
                        ? node.path("currentVersion").asLong()
                        : null);
    }

    private @Nullable JsonNode tree(byte[] body) {
        try {
            return mapper.readTree(body);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isString() ? node.path(field).asString() : null;
    }
}
