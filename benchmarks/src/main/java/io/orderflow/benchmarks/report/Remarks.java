package io.orderflow.benchmarks.report;

import io.orderflow.benchmarks.machine.Machine;
import io.orderflow.benchmarks.machine.Quiet;
import java.util.List;
import java.util.Locale;

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
