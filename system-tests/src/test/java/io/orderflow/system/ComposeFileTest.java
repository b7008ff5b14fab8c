package io.orderflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the compose file promises of itself, as far as it can be read from it. */
class ComposeFileTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern PINNED = Pattern.compile(".+:v?\\d+\\.\\d+.*");
    private static final List<String> OURS = List.of("command-service", "query-service");

    @Test
    void every_image_is_of_one_version() throws IOException {
        services().forEach((name, service) -> assertThat((String) service.get("image"))
                .as(name)
                .matches(PINNED)
                .doesNotContain("latest"));
        assertThat(Files.readAllLines(ROOT.resolve("Dockerfile")))
                .filteredOn(line -> line.startsWith("FROM eclipse-temurin"))
                .isNotEmpty()
                .allMatch(line -> line.contains(":${JAVA}-"));
    }

    @Test
    void the_tests_run_on_the_same_axon_server() throws IOException {
        assertThat(services().get("axonserver")).containsEntry("image", TestAxonServer.IMAGE);
    }

    @Test
    void there_is_no_secret_in_it() throws IOException {
        String text = Files.readString(ROOT.resolve("docker-compose.yml"));

        assertThat(text.lines())
                .filteredOn(line -> line.toLowerCase().contains("password") && line.contains(": "))
                .allMatch(line -> line.contains("/secrets/") || line.contains("made-up") || line.contains("#"));
    }

    @Test
    void our_services_may_write_nothing_and_have_bounds() throws IOException {
        for (String name : OURS) {
            Map<String, Object> service = services().get(name);
            assertThat(service).as(name).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
            assertThat(service).as(name).doesNotContainKey("ports").doesNotContainKey("container_name");
        }
        services().forEach((name, service) -> {
            if (service.containsKey("restart")) { // the others end by themselves
                assertThat(service).as(name).containsKey("deploy");
            }
        });
    }

    @Test
    void everything_starts_when_what_it_needs_is_ready() throws IOException {
        Map<String, Map<String, Object>> services = services();

        services.forEach((name, service) -> {
            if (service.get("depends_on") instanceof Map<?, ?> needed) {
                assertThat(services.keySet())
                        .as(name)
                        .containsAll(
                                needed.keySet().stream().map(Object::toString).toList());
            }
        });
        for (String name : OURS) {
            assertThat(services.get(name).get("depends_on"))
                    .as(name)
                    .isEqualTo(Map.of(
                            "postgres", Map.of("condition", "service_healthy"),
                            "axonserver-ready", Map.of("condition", "service_completed_successfully")));
        }
        assertThat(services.get("gateway").get("depends_on"))
                .isEqualTo(Map.of(
                        "command-service", Map.of("condition", "service_healthy"),
                        "query-service", Map.of("condition", "service_healthy")));
    }

    /** Where there is a docker-compose: it needs no engine for this. */
    @Test
    void docker_compose_can_read_it() throws Exception {
        assumeThat(isThere("docker-compose")).as("docker-compose is there").isTrue();

        Process config = new ProcessBuilder("docker-compose", "config", "-q")
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();

        String said = new String(config.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(config.waitFor()).as(said).isZero();
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        try (Reader text = Files.newBufferedReader(ROOT.resolve("docker-compose.yml"))) {
            Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(text);
            return file.get("services");
        }
    }
}
