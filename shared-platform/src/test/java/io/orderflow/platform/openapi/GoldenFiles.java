package io.orderflow.platform.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files that are compared with what a service says. With {@code -Dopenapi.write=true} they are written instead; what is
 * different then is for the person to judge who commits it.
 */
public final class GoldenFiles {

    static final boolean WRITE = Boolean.getBoolean("openapi.write");

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final DefaultPrettyPrinter PRETTY =
            new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER);

    private static final Path SOURCES = Path.of("src/main/resources/openapi/examples");
    private static final Path CLASSES = Path.of("target/classes/openapi/examples");

    /** A service's own examples, found from its folder. */
    public GoldenFiles() {}

    /** The body of an example's request, or null if it has none. */
    public @Nullable String request(String example) {
        Path file = SOURCES.resolve(example + ".request.json");
        return Files.exists(file) ? read(file) : null;
    }

    /** What there is of an example of an answer, having written it first if asked to. */
    String answer(String name, String actual) {
        if (WRITE) {
            write(SOURCES.resolve(name), actual);
            write(CLASSES.resolve(name), actual);
        }
        return read(SOURCES.resolve(name));
    }

    /** The names of all files. */
    Set<String> names() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String pretty(String json) {
        return JSON.writer().with(PRETTY).writeValueAsString(JSON.readTree(json)) + "\n";
    }

    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
