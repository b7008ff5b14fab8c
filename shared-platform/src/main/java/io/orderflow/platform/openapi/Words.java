package io.orderflow.platform.openapi;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that people have written for the document: the files below {@code openapi} on the class path. A mistake in
 * one of them is an exception that names what it is about.
 *
 * @param about the document as a whole
 * @param rooms the routes by what they are about, in the order of their files
 * @param parameters parameters by name, as OpenAPI has them
 * @param headers headers of answers by name, as OpenAPI has them
 */
record Words(About about, List<Room> rooms, Map<String, Parameter> parameters, Map<String, Header> headers) {

    private static final JsonMapper TYPED = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    record About(String title, String description) {}

    record Room(String tag, String description, Map<String, RouteText> routes) {}

    static Words read() {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        files("openapi/parameters.yml")
                .forEach(file -> file.forEach(
                        (name, value) -> parameters.put(name, Json31.mapper().convertValue(value, Parameter.class))));
        Map<String, Header> headers = new LinkedHashMap<>();
        files("openapi/headers.yml")
                .forEach(file -> file.forEach(
                        (name, value) -> headers.put(name, Json31.mapper().convertValue(value, Header.class))));
        return new Words(
                TYPED.convertValue(files("openapi/about.yml").findFirst().orElseThrow(), About.class),
                files("openapi/rooms/*.yml")
                        .map(file -> TYPED.convertValue(file, Room.class))
                        .toList(),
                parameters,
                headers);
    }

    private static Stream<Map<String, Object>> files(String pattern) {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern);
            return Arrays.stream(found)
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .map(Words::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> read(Resource file) {
        try (InputStream source = file.getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
