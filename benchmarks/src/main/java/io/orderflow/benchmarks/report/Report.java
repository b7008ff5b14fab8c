package io.orderflow.benchmarks.report;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.machine.Machine;
import io.orderflow.benchmarks.machine.Quiet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a run has given.
 *
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param plan how much was measured
 * @param machine where
 * @param before whether the machine was quiet before
 * @param after and after
 * @param figures what was to be measured
 * @param rounds what was
 */
public record Report(
        Instant startedAt,
        Instant endedAt,
        Plan plan,
        Machine machine,
        Quiet before,
        Quiet after,
        List<Figure> figures,
        List<Round> rounds) {

    /**
     * A figure and, where it has one, its target.
     *
     * @param target null for a figure without one
     * @param reference the median of the reference; null where there is none
     * @param ratio the figure's part of the reference; null where there is none
     * @param reached whether the target is; null where nothing is asked
     */
    record Line(
            Figure figure,
            Summary summary,
            @Nullable Target target,
            @Nullable Double reference,
            @Nullable Double ratio,
            @Nullable Boolean reached) {}

    /** Whether nothing else used the machine, as far as can be seen. */
    public boolean isQuiet() {
        return Quiet.between(before, after);
    }

    /** Writes all of it as JSON, over what is there. */
    public void write(Path file) throws IOException {
        JsonReport.of(this).write(file);
    }

    /** One for each target of each figure that was measured, one for a figure without a target. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Figure figure : figures) {
            Summary summary = summary(figure.id());
            if (summary == null) {
                continue;
            }
            if (figure.targets().isEmpty()) {
                lines.add(new Line(figure, summary, null, null, null, null));
            }
            figure.targets().forEach(target -> lines.add(line(figure, summary, target)));
        }
        return lines;
    }

    private Line line(Figure figure, Summary summary, Target target) {
        if (target.reference() == null) {
            return new Line(figure, summary, target, null, null, target.isReachedBy(summary.median(), plan.mode()));
        }
        Summary reference = summary(target.reference());
        if (reference == null || reference.median() == 0) {
            return new Line(figure, summary, target, null, null, null);
        }
        double ratio = summary.median() / reference.median();
        return new Line(figure, summary, target, reference.median(), ratio, target.isReachedBy(ratio, plan.mode()));
    }

    /** Over all rounds that count; null when none has it. */
    private @Nullable Summary summary(String figure) {
        List<Double> values = rounds.stream()
                .filter(Round::counts)
                .flatMap(round -> round.measurements().stream())
                .filter(measured -> measured.values().containsKey(figure))
                .map(measured -> measured.values().get(figure))
                .toList();
        return values.isEmpty() ? null : Summary.of(values);
    }
}
