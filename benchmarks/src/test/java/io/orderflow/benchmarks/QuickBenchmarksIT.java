package io.orderflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.benchmarks.measurements.Measurement;
import io.orderflow.benchmarks.measurements.Measurements;
import io.orderflow.benchmarks.report.Figure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QuickBenchmarksIT {

    @TempDir
    Path folder;

    @Test
    void everything_can_be_measured_and_the_report_holds_every_figure() throws Exception {
        Path file = folder.resolve("report.json");
        StringWriter terminal = new StringWriter();

        int exit = Benchmarks.commandLine()
                .setOut(new PrintWriter(terminal))
                .execute("--quick", "--output", file.toString());

        System.out.println(terminal);
        assertThat(exit).isZero();
        JsonNode report = JsonMapper.shared().readTree(Files.readAllBytes(file));
        JsonNode measurements = report.path("rounds").path(0).path("measurements");
        assertThat(measurements.valueStream().map(measured -> measured.path("name")
                        .asString()))
                .containsExactlyElementsOf(
                        Measurements.all().stream().map(Measurement::name).toList());
        assertThat(measurements.valueStream().map(measured -> measured.path("error")))
                .as("errors in %s", measurements)
                .allMatch(JsonNode::isNull);
        for (Figure figure : figures()) {
            assertThat(measurements
                            .valueStream()
                            .map(measured -> measured.path("values").path(figure.id()))
                            .filter(JsonNode::isNumber)
                            .map(JsonNode::doubleValue))
                    .as(figure.id())
                    .singleElement()
                    .satisfies(value -> assertThat(value).isFinite().isNotNegative());
            assertThat(terminal.toString()).contains("| " + figure.label() + " ");
        }
        assertThat(report.path("machine").path("processors").asInt()).isPositive();
    }

    private static List<Figure> figures() {
        Plan plan = Plan.quick(Mode.H2, 0);
        return Measurements.all().stream()
                .flatMap(measurement -> measurement.figures(plan).stream())
                .toList();
    }
}
