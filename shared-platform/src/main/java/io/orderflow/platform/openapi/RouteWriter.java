package io.orderflow.platform.openapi;

import io.orderflow.api.error.ErrorCode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** Writes what is known and said about a route into its operation. */
final class RouteWriter {

    private static final String CORRELATION_ID = "X-Correlation-Id";
    private static final String JSON = "application/json";
    private static final String NOT_MODIFIED = "304";

    private final Components components;
    private final Words words;
    private final List<RouteConvention> conventions;
    private final Examples examples = new Examples();
    private final ProblemResponses problems;

    RouteWriter(Components components, Words words, List<RouteConvention> conventions) {
        this.components = components;
        this.words = words;
        this.conventions = conventions;
        this.problems = new ProblemResponses(components, examples);
    }

    void write(HttpMethod verb, Operation operation, Words.Room room, List<HandlerMethod> methods, RouteText text) {
        operation
                .tags(List.of(room.tag()))
                .operationId(text.operationId())
                .summary(text.summary())
                .description(text.description());
        DescribedRoute route = new DescribedRoute(verb, operation, text, methods);
        operation.setResponses(success(route));
        general(route);
        conventions.forEach(convention -> convention.apply(route));
        route.takes(CORRELATION_ID);
        parameters(route);
        headers(route);
        flags(route);
        examples.addTo(route);
        problems.addTo(operation.getResponses(), route.problems());
        if (route.takesBody()) {
            refuseUnknownProperties(operation.getRequestBody().getContent());
        }
    }

    private static void general(DescribedRoute route) {
        route.answersWith(CORRELATION_ID);
        route.mayFailWith(
                ErrorCode.VALIDATION_FAILED,
                ErrorCode.MALFORMED_REQUEST,
                ErrorCode.NO_HANDLER,
                ErrorCode.INTERNAL_ERROR,
                ErrorCode.UNAVAILABLE);
        if (route.answer().containsKey(JSON)) {
            route.mayFailWith(ErrorCode.NOT_ACCEPTABLE);
        }
        if (route.takesBody()) {
            route.mayFailWith(ErrorCode.BODY_TOO_LARGE, ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static ApiResponses success(DescribedRoute route) {
        ApiResponse found = route.operation().getResponses().values().iterator().next();
        Map<String, List<String>> answers = route.text().answers();
        if (!answers.isEmpty()) {
            Content content = new Content();
            answers.forEach((type, names) -> content.addMediaType(type, new MediaType().schema(schema(names))));
            found.setContent(content);
        }
        found.setDescription(route.isRead() ? "What was asked for." : "It was done.");
        ApiResponses responses = new ApiResponses().addApiResponse(route.status(), found);
        if (route.text().notModified()) {
            responses.addApiResponse(
                    NOT_MODIFIED, new ApiResponse().description("It is still as `If-None-Match` says."));
        }
        return responses;
    }

    private static Schema<?> schema(List<String> names) {
        Schema<Object> schema = new JsonSchema();
        if (names.isEmpty()) {
            schema.setTypes(Set.of("string"));
        } else if (names.size() == 1) {
            schema.set$ref(names.get(0));
        } else {
            names.forEach(name -> schema.addAnyOfItem(new JsonSchema().$ref(name)));
        }
        return schema;
    }

    private void parameters(DescribedRoute route) {
        List<Parameter> all = new ArrayList<>(route.seenParameters());
        all.forEach(seen -> {
            complete(seen, words.parameters().get(seen.getName()));
            tellExample(seen);
        });
        for (String name : route.unseenParameters()) {
            Parameter written = words.parameters().get(name);
            if (written == null) {
                throw new IllegalStateException("there is no parameter " + name + " in parameters.yml");
            }
            tellExample(written);
            components.addParameters(name, written);
            all.add(new Parameter().$ref(name));
        }
        route.operation().setParameters(all);
    }

    private static void complete(Parameter seen, @Nullable Parameter written) {
        if (written != null) {
            seen.setDescription(written.getDescription());
            seen.setExample(written.getExample());
            if (written.getSchema() != null) {
                seen.setSchema(written.getSchema());
            }
        }
    }

    /**
     * Of a parameter that may be left out, the example goes into its description: Swagger UI fills in every example by
     * itself, and not everything that a route takes makes sense together.
     */
    private static void tellExample(Parameter parameter) {
        if (Boolean.TRUE.equals(parameter.getRequired()) || parameter.getExample() == null) {
            return;
        }
        parameter.setDescription(parameter.getDescription() + " For example `" + parameter.getExample() + "`.");
        parameter.setExample(null);
    }

    private void headers(DescribedRoute route) {
        ApiResponses responses = route.operation().getResponses();
        for (String name : route.headers()) {
            if (!words.headers().containsKey(name)) {
                throw new IllegalStateException("there is no header " + name + " in headers.yml");
            }
            responses.values().forEach(response -> response.addHeaderObject(name, new Header().$ref(name)));
        }
    }

    private void flags(DescribedRoute route) {
        for (MediaType answer : route.answer().values()) {
            Schema<?> schema = answer.getSchema();
            if (schema != null) {
                route.flags().forEach((name, description) -> flag(schema, name, description));
            }
        }
    }

    private void flag(Schema<?> schema, String name, String description) {
        if (schema.getAnyOf() != null) {
            schema.getAnyOf().forEach(one -> flag(one, name, description));
        }
        Schema<?> model = referred(schema);
        if (model != null) {
            Schema<Object> flag = new JsonSchema();
            flag.setTypes(Set.of("boolean"));
            flag.description(description);
            model.addProperty(name, flag);
        }
    }

    private @Nullable Schema<?> referred(Schema<?> schema) {
        String reference = schema.get$ref();
        return reference == null
                ? null
                : components.getSchemas().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    /** A property that nobody knows is refused, in a body and in whatever is within it. */
    private void refuseUnknownProperties(Content body) {
        body.values().forEach(mediaType -> close(mediaType.getSchema()));
    }

    private void close(@Nullable Schema<?> schema) {
        if (schema == null) {
            return;
        }
        Schema<?> model = referred(schema);
        if (model != null && !Boolean.FALSE.equals(model.getAdditionalProperties())) {
            model.setAdditionalProperties(false);
            var properties = model.getProperties();
            if (properties != null) {
                properties.values().forEach(property -> close(property));
            }
        }
        close(schema.getItems());
    }
}
