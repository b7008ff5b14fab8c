package io.orderflow.platform.openapi;

import io.orderflow.api.error.ErrorCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said about one route, in a user's words.
 *
 * @param operationId the route's name in generated clients: never changed
 * @param summary what it is for, in a few words
 * @param description what a caller has to know beside the parameters; Markdown
 * @param status the HTTP status of success, 200 if left out
 * @param notModified whether it answers 304 to an {@code If-None-Match}
 * @param parameters parameters that cannot be seen from the route's method, by their names in {@code parameters.yml}
 * @param headers headers of its answer beside those of every such route, by their names in {@code headers.yml}
 * @param answers schemas of its answers by media type, where the method's type does not say it; none for a text
 * @param problems codes beside those of every such route
 * @param examples what is asked in each example, by the example's name: method, address and headers
 */
public record RouteText(
        String operationId,
        String summary,
        String description,
        @Nullable Integer status,
        boolean notModified,
        List<String> parameters,
        List<String> headers,
        Map<String, List<String>> answers,
        List<ErrorCode> problems,
        Map<String, String> examples) {

    public RouteText {
        parameters = parameters == null ? List.of() : parameters;
        headers = headers == null ? List.of() : headers;
        answers = answers == null ? Map.of() : answers;
        problems = problems == null ? List.of() : problems;
        examples = examples == null ? Map.of() : examples;
    }
}
