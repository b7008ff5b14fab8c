package io.orderflow.platform.openapi;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes that a service really has, and the methods behind each. */
public final class MappedRoutes {

    private static final String API = "/api/";
    private static final Pattern CONDITION_OF_VARIABLE = Pattern.compile("\\{(\\w+):[^/]*}");

    private final Map<String, List<HandlerMethod>> methods = new TreeMap<>();

    /** The routes below {@code /api}. */
    public MappedRoutes(RequestMappingHandlerMapping mapping) {
        mapping.getHandlerMethods().forEach(this::add);
    }

    private void add(RequestMappingInfo mapped, HandlerMethod method) {
        for (String pattern : mapped.getPatternValues()) {
            if (pattern.startsWith(API)) {
                String path = CONDITION_OF_VARIABLE.matcher(pattern).replaceAll("{$1}");
                mapped.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> methods.merge(verb + " " + path, List.of(method), MappedRoutes::both));
            }
        }
    }

    /** Every route as method and path, such as {@code GET /api/v1/orders/{orderId}}. */
    public List<String> names() {
        return List.copyOf(methods.keySet());
    }

    List<HandlerMethod> behind(String name) {
        return methods.getOrDefault(name, List.of());
    }

    private static List<HandlerMethod> both(List<HandlerMethod> some, List<HandlerMethod> others) {
        return Stream.concat(some.stream(), others.stream())
                .sorted(Comparator.comparing(HandlerMethod::toString))
                .collect(Collectors.toList());
    }
}
