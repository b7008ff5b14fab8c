package io.orderflow.platform.openapi;

import io.orderflow.api.error.ErrorCode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The problem answers of a route: one for each status, which names its codes. Those with the same codes are shared. */
final class ProblemResponses {

    private static final String MEDIA_TYPE = "application/problem+json";
    private static final int MOST_CODES_IN_A_NAME = 2;

    private final Components components;
    private final Examples examples;

    ProblemResponses(Components components, Examples examples) {
        this.components = components;
        this.examples = examples;
    }

    void addTo(ApiResponses responses, Set<ErrorCode> codes) {
        codes.stream()
                .collect(Collectors.groupingBy(ErrorCode::status, TreeMap::new, Collectors.toList()))
                .forEach((status, ofStatus) -> responses.addApiResponse(status.toString(), response(ofStatus)));
    }

    private ApiResponse response(List<ErrorCode> codes) {
        if (codes.size() > MOST_CODES_IN_A_NAME) {
            return described(codes);
        }
        String name = codes.stream().map(Enum::name).collect(Collectors.joining("_or_"));
        if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
            components.addResponses(name, described(codes));
        }
        return new ApiResponse().$ref(name);
    }

    private ApiResponse described(List<ErrorCode> codes) {
        MediaType problem = new MediaType().schema(schema(codes));
        codes.forEach(code -> examples.ofProblem(code).ifPresent(example -> problem.addExamples(code.name(), example)));
        ApiResponse response = new ApiResponse()
                .description(codes.stream()
                        .map(code -> "`%s`: %s.".formatted(code, code.title()))
                        .collect(Collectors.joining("\n\n")))
                .content(new Content().addMediaType(MEDIA_TYPE, problem));
        response.addHeaderObject("X-Correlation-Id", new Header().$ref("X-Correlation-Id"));
        switch (codes.get(0).status()) {
            case 412 -> response.addHeaderObject("ETag", new Header().$ref("ETag"));
            case 503 -> response.addHeaderObject("Retry-After", new Header().$ref("Retry-After"));
            default -> {}
        }
        return response;
    }

    private static Schema<?> schema(List<ErrorCode> codes) {
        Schema<Object> code = new JsonSchema();
        code.setEnum(codes.stream().<Object>map(Enum::name).toList());
        Schema<?> problem = new JsonSchema();
        problem.set$ref("Problem");
        problem.addProperty("code", code);
        return problem;
    }
}
