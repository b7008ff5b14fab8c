package io.orderflow.platform.openapi;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.orderflow.api.error.ErrorCode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * The examples are golden files: a test sends each request as it is, and compares the answer with what the service says.
 * They lie in {@code openapi/examples}: {@code <operationId>.<example>.request.json}, {@code ….answer.json} (or csv, or
 * sse), and {@code problems/<code>.json}.
 */
final class Examples {

    private static final String FOLDER = "openapi/examples/";
    // a rate of 0.0500 is not to become another number
    private static final ObjectReader JSON = Json31.mapper()
            .reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    private static final Map<String, String> ENDINGS = Map.of(
            "application/json", ".json",
            "text/csv", ".csv",
            "text/event-stream", ".sse");

    void addTo(DescribedRoute route) {
        Operation operation = route.operation();
        route.text().examples().forEach((name, request) -> {
            String file = FOLDER + route.text().operationId() + "." + name;
            if (operation.getRequestBody() != null) {
                add(operation.getRequestBody().getContent(), file + ".request", name, request);
            }
            add(route.answer(), file + ".answer", name, request);
        });
    }

    Optional<Example> ofProblem(ErrorCode code) {
        return Optional.ofNullable(value(FOLDER + "problems/" + code + ".json"))
                .map(value -> new Example().summary(code.title()).value(value));
    }

    private static void add(Content content, String file, String name, String request) {
        content.forEach((mediaType, described) -> {
            Object value = value(file + ENDINGS.getOrDefault(mediaType, ""));
            if (value != null) {
                add(
                        described,
                        name,
                        new Example()
                                .summary(name.replace('-', ' '))
                                .description("`" + request + "`")
                                .value(value));
            }
        });
    }

    private static void add(MediaType described, String name, Example example) {
        described.addExamples(name, example);
    }

    private static @Nullable Object value(String file) {
        ClassPathResource resource = new ClassPathResource(file);
        if (!resource.exists()) {
            return null;
        }
        try (InputStream source = resource.getInputStream()) {
            return file.endsWith(".json")
                    ? JSON.readTree(source)
                    : new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
