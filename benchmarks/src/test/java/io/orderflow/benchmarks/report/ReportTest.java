package io.orderflow.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.benchmarks.Mode;
import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.machine.Machine;
import io.orderflow.benchmarks.machine.Quiet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private static final Quiet FREE = new Quiet(0.1, 0.99, 500);
    private static final Quiet TAKEN = new Quiet(4, 0.4, 500);
    private static final Figure RATE =
            Figure.of("rate", "commands", "1/s").shallBe(Target.atLeastTimes(1.0, 0.5, "raw"));
    private static final Figure RAW = Figure.of("raw", "raw rows", "1/s");
    private static final Figure LATENCY = Figure.of("p50", "visible", "ms").shallBe(Target.atMost(10, 5));

    @TempDir
    Path folder;

    @Test
    void a_figure_is_the_median_of_the_rounds_that_count() {
        Report report = report(Mode.H2, FREE, values(9_999), values(300), values(100), values(110));

        assertThat(line(report, "rate").summary()).isEqualTo(new Summary(110, 100, 300));
    }

    @Test
    void a_target_is_held_against_the_ratio_to_the_reference_of_the_same_run() {
        assertThat(line(report(Mode.H2, FREE, values(1), values(150)), "rate").ratio())
                .isEqualTo(0.75);
        assertThat(line(report(Mode.H2, FREE, values(1), values(150)), "rate").reached())
                .isFalse();
        assertThat(line(report(Mode.POSTGRES, FREE, values(1), values(150)), "rate")
                        .reached())
                .isTrue();
    }

    @Test
    void a_target_without_a_reference_is_held_against_the_figure() {
        assertThat(line(report(Mode.H2, FREE, values(1), values(1)), "p50").reached())
                .isTrue();
        assertThat(line(report(Mode.POSTGRES, FREE, values(1), values(1)), "p50")
                        .reached())
                .isFalse();
    }

    @Test
    void the_table_has_a_line_for_each_figure_and_says_whether_the_machine_was_quiet() {
        assertThat(Table.of(report(Mode.H2, FREE, values(1), values(150))))
                .anySatisfy(line -> assertThat(line.replaceAll(" +", " "))
                        .startsWith("| commands | 1/s | 150 | 150 | 150 | >= 1 | raw rows | 200 | 0.75 | no |"))
                .anySatisfy(line -> assertThat(line).contains("The machine was quiet."));
        assertThat(Table.of(report(Mode.H2, TAKEN, values(1), values(150))))
                .anySatisfy(line -> assertThat(line).contains("NOT QUIET"));
    }

    @Test
    void what_processes_used_is_said() {
        Report report = report(Mode.H2, FREE, values(1), values(2));
        Measured.Usage use = new Measured.Usage("driver", 0.5, 300L << 20);
        report.rounds().add(new Round(2, List.of(new Measured("replay", 1, 0, Map.of(), List.of(use), null))));

        assertThat(Table.of(report)).contains("replay: driver 0.50 (300)");
    }

    @Test
    void what_failed_is_said() {
        Report report = report(Mode.H2, FREE, values(1), values(2));
        report.rounds().add(new Round(2, List.of(new Measured("replay", 1, 0, Map.of(), List.of(), "no answer"))));

        assertThat(Table.of(report)).contains("Round 2, replay: not measured, no answer.");
    }

    @Test
    void the_file_holds_every_round_and_no_name_of_the_machine() throws Exception {
        Path file = folder.resolve("report.json");

        report(Mode.H2, FREE, values(1), values(300), values(100)).write(file);

        JsonNode report = JsonMapper.shared().readTree(Files.readAllBytes(file));
        assertThat(report.path("rounds").size()).isEqualTo(3);
        assertThat(report.at("/rounds/2/measurements/0/values/rate").asDouble()).isEqualTo(100);
        assertThat(report.at("/figures/0/median").asDouble()).isEqualTo(200);
        assertThat(Files.readString(file))
                .doesNotContain(System.getProperty("user.dir"))
                .doesNotContain(folder.toString());
    }

    private static Report.Line line(Report report, String figure) {
        return report.lines().stream()
                .filter(line -> line.figure().id().equals(figure))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Double> values(double rate) {
        return Map.of("rate", rate, "raw", 200.0, "p50", 7.0);
    }

    /** @param rounds of which the first warms up */
    @SafeVarargs
    private static Report report(Mode mode, Quiet after, Map<String, Double>... rounds) {
        List<Round> all = new ArrayList<>();
        for (Map<String, Double> values : rounds) {
            all.add(new Round(all.size(), List.of(new Measured("create-order", 1, 0, values, List.of(), null))));
        }
        Plan plan = new Plan(
                mode,
                3,
                Duration.ofSeconds(1),
                Duration.ZERO,
                true,
                List.of(16),
                1,
                1,
                Duration.ZERO,
                false,
                0,
                List.of());
        return new Report(
                Instant.EPOCH,
                Instant.EPOCH,
                plan,
                new Machine(2, "a processor", 1L << 30, "an operating system", "17"),
                FREE,
                after,
                List.of(RATE, RAW, LATENCY),
                all);
    }
}
