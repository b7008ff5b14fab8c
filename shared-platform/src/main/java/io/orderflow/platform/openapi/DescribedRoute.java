package io.orderflow.platform.openapi;

import io.orderflow.api.error.ErrorCode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** One route while it is being described: what it is, and what is said about it. */
public final class DescribedRoute {

    private final HttpMethod verb;
    private final Operation operation;
    private final RouteText text;
    private final List<HandlerMethod> methods;
    private final Set<String> parameters;
    private final Set<String> headers;
    private final Map<String, String> flags = new LinkedHashMap<>();
    private final Set<ErrorCode> problems = EnumSet.noneOf(ErrorCode.class);

    DescribedRoute(HttpMethod verb, Operation operation, RouteText text, List<HandlerMethod> methods) {
        this.verb = verb;
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

    /** Whether it changes nothing. */
    public boolean isRead() {
        return verb == HttpMethod.GET;
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

    /** Its answers, if they are JSON, can have this property that is true when it is there at all. */
    public void answersMayBe(String property, String description) {
        flags.put(property, description);
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

    Map<String, String> flags() {
        return flags;
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
        return operation.getParameters() == null
                ? List.of()
                : operation.getParameters().stream()
                        .filter(parameter -> !isAllParameters(parameter.getName()))
                        .toList();
    }

    /** The query parameters as they came: what they may be is written beside the route's words. */
    private boolean isAllParameters(String name) {
        return methods.stream()
                .flatMap(method -> Arrays.stream(method.getMethodParameters()))
                .anyMatch(parameter -> Map.class.isAssignableFrom(parameter.getParameterType())
                        && name.equals(parameter.getParameter().getName()));
    }
}
