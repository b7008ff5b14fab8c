package io.orderflow.benchmarks.report;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.machine.Machine;
import io.orderflow.benchmarks.machine.Quiet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report for programs: every round, and the figures over all of them.
 *
 * @param format goes up when a program that reads it must change
 */
record JsonReport(
        int format,
        Instant startedAt,
        Instant endedAt,
        Plan plan,
        Machine machine,
        boolean quiet,
        Quiet before,
        Quiet after,
        List<JsonFigure> figures,
        List<Round> rounds) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** A figure over all rounds, with one of its targets. */
    record JsonFigure(
            String id,
            String label,
            String unit,
            double median,
            double least,
            double most,
            @Nullable String reference,
            @Nullable Double referenceMedian,
            @Nullable Double ratio,
            @Nullable String target,
            @Nullable Boolean reached) {}

    static JsonReport of(Report report) {
        return new JsonReport(
                1,
                report.startedAt(),
                report.endedAt(),
                report.plan(),
                report.machine(),
                report.isQuiet(),
                report.before(),
                report.after(),
                report.lines().stream()
                        .map(line -> new JsonFigure(
                                line.figure().id(),
                                line.figure().label(),
                                line.figure().unit(),
                                line.summary().median(),
                                line.summary().least(),
                                line.summary().most(),
                                line.target() == null ? null : line.target().reference(),
                                line.reference(),
                                line.ratio(),
                                line.target() == null
                                        ? null
                                        : line.target().text(report.plan().mode()),
                                line.reached()))
                        .toList(),
                report.rounds());
    }

    void write(Path file) throws IOException {
        Files.write(file, MAPPER.writeValueAsBytes(this));
    }
}
