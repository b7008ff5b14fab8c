package io.orderflow.platform.openapi;

import io.orderflow.api.error.ErrorCode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** One route while it is being described: what it is, and what is said about it. */
public final class DescribedRoute {

    private final Operation operation;
    private final RouteText text;
    private final List<HandlerMethod> methods;
    private final Set<String> parameters;
    private final Set<String> headers;
    private final Set<ErrorCode> problems = EnumSet.noneOf(ErrorCode.class);

    DescribedRoute(Operation operation, RouteText text, List<HandlerMethod> methods) {
        this.operation = operation;
        this.text = text;
        this.methods = methods;
        this.parameters = new LinkedHashSet<>(text.parameters());
        this.headers = new LinkedHashSet<>(text.headers());
        this.problems.addAll(text.problems());
    }

    /** What was written about it. */
    public RouteText text() {
        return text;
    }

    /** Whether a request has a body. */
    public boolean takesBody() {
        return operation.getRequestBody() != null;
    }

    /** Annotations of the methods behind it; there are several methods where parameters decide which one answers. */
    public <A extends Annotation> Stream<A> annotations(Class<A> type) {
        return methods.stream().map(method -> method.getMethodAnnotation(type)).flatMap(Stream::ofNullable);
    }

    /** It takes parameters, by their names in {@code parameters.yml}. */
    public void takes(String... names) {
        parameters.addAll(Arrays.asList(names));
    }

    /** Its answers have headers, by their names in {@code headers.yml}. */
    public void answersWith(String... names) {
        headers.addAll(Arrays.asList(names));
    }

    /** It can be refused with these codes. */
    public void mayFailWith(ErrorCode... codes) {
        problems.addAll(Arrays.asList(codes));
    }

    /** Names of the schemas of its answer. */
    public List<String> answerSchemas() {
        List<String> names = new ArrayList<>();
        for (MediaType answer : answer().values()) {
            Schema<?> schema = answer.getSchema();
            if (schema != null && schema.getAnyOf() != null) {
                schema.getAnyOf().forEach(one -> addName(one, names));
            } else if (schema != null) {
                addName(schema, names);
            }
        }
        return names;
    }

    private static void addName(Schema<?> schema, List<String> names) {
        if (schema.get$ref() != null) {
            names.add(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
        }
    }

    Content answer() {
        Content content = operation.getResponses().get(status()).getContent();
        return content == null ? new Content() : content;
    }

    String status() {
        return text.status() == null ? "200" : text.status().toString();
    }

    Operation operation() {
        return operation;
    }

    Set<String> headers() {
        return headers;
    }

    Set<ErrorCode> problems() {
        return problems;
    }

    /** Parameters that springdoc has not seen in the method itself. */
    List<String> unseenParameters() {
        return parameters.stream().filter(name -> seen(name) == null).toList();
    }

    @Nullable
    Parameter seen(String name) {
        return seenParameters().stream()
                .filter(parameter -> name.equals(parameter.getName()))
                .findFirst()
                .orElse(null);
    }

    List<Parameter> seenParameters() {
        return operation.getParameters() == null ? new ArrayList<>() : operation.getParameters();
    }
}
