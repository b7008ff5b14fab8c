package io.orderflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Grafana's dashboard asks for is what the services measure: a name that nobody exports would be an empty panel. */
class DashboardE2E {

    private static final Path DASHBOARD = Path.of("..", "deploy", "grafana", "orderflow.json");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** Label matchers, ranges, and the labels that are kept: names in there are none of metrics. */
    private static final Pattern NO_METRICS = Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(?:by|without)\\s*\\([^)]*\\)");

    private static final Pattern METRIC = Pattern.compile("[a-z_][a-z0-9_]*+(?!\\s*\\()");

    @TempDir
    Path data;

    @Test
    void every_metric_of_the_dashboard_is_one_that_a_service_exports() throws IOException {
        Set<String> asked = askedFor();
        assertThat(asked).contains("orderflow_commands_refused_total", "orderflow_projection_lag_seconds");
        try (Services services = Services.start(data)) {
            // some are there from the first event on
            services.client.stock().register("DESK", "Desk", 10);

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                Set<String> exported = exportedBy(services.command.url());
                exported.addAll(exportedBy(services.query.url()));
                assertThat(exported).containsAll(asked);
            });
        }
    }

    private static Set<String> askedFor() throws IOException {
        Set<String> names = new TreeSet<>();
        JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(DASHBOARD));
        for (JsonNode expression : dashboard.findValues("expr")) {
            String bare = NO_METRICS.matcher(expression.asString()).replaceAll(" ");
            METRIC.matcher(bare).results().map(MatchResult::group).forEach(names::add);
        }
        return names;
    }

    private static Set<String> exportedBy(URI service) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(service.resolve("/actuator/prometheus"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("[{ ]", 2)[0])
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
