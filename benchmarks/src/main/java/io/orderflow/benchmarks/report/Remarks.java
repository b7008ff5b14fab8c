package io.orderflow.benchmarks.report;

import io.orderflow.benchmarks.machine.Machine;
import io.orderflow.benchmarks.machine.Quiet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a reader must know to judge the figures. */
final class Remarks {

    private Remarks() {}

    static String onMachine(Report report) {
        Machine machine = report.machine();
        return String.format(
                Locale.ROOT,
                "%d processors (%s), %d GiB, %s, Java %s. %s Of the processors the driver could have %s before and %s after; "
                        + "load %.1f and %.1f.",
                machine.processors(),
                machine.processor(),
                Math.round(machine.memoryBytes() / (double) (1L << 30)),
                machine.operatingSystem(),
                machine.java(),
                report.isQuiet()
                        ? "The machine was quiet."
                        : "THE MACHINE WAS NOT QUIET: the figures are too bad, and ratios are uncertain.",
                percent(report.before()),
                percent(report.after()),
                report.before().load(),
                report.after().load());
    }

    /** Of the last round alone: what a process takes grows with the rounds. */
    static List<String> onProcesses(Report report) {
        List<String> lines =
                new ArrayList<>(List.of("Processors used, and MiB resident at the end, in the last round:"));
        Round last = report.rounds().get(report.rounds().size() - 1);
        last.measurements()
                .forEach(measured -> lines.add(measured.name() + ": "
                        + measured.processes().stream().map(Remarks::text).collect(Collectors.joining(", "))));
        return lines;
    }

    private static String text(Measured.Usage use) {
        return String.format(
                Locale.ROOT, "%s %.2f (%d)", use.process(), use.processors(), use.residentBytes() / (1 << 20));
    }

    static List<String> onFailures(Report report) {
        return report.rounds().stream()
                .filter(Round::counts)
                .flatMap(round -> round.measurements().stream()
                        .filter(measured -> measured.failures() > 0 || measured.error() != null)
                        .map(measured -> "Round " + round.number() + ", " + measured.name() + ": "
                                + (measured.error() == null
                                        ? measured.failures() + " requests failed."
                                        : "not measured, " + measured.error() + ".")))
                .toList();
    }

    private static String percent(Quiet quiet) {
        return Math.round(100 * quiet.share()) + " %";
    }
}
