package io.orderflow.benchmarks;

import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.installation.StoredOrders;
import io.orderflow.benchmarks.machine.Machine;
import io.orderflow.benchmarks.machine.ProcessUse;
import io.orderflow.benchmarks.machine.Quiet;
import io.orderflow.benchmarks.measurements.Measurement;
import io.orderflow.benchmarks.measurements.Values;
import io.orderflow.benchmarks.report.Measured;
import io.orderflow.benchmarks.report.Report;
import io.orderflow.benchmarks.report.Round;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All rounds. What is compared is measured in turn, round by round, so that whatever slows the machine down slows both. */
final class Run {

    private final Plan plan;
    private final List<Measurement> measurements;
    private final Consumer<String> progress;

    Run(Plan plan, List<Measurement> measurements, Consumer<String> progress) {
        this.plan = plan;
        this.measurements = measurements;
        this.progress = progress;
    }

    Report on(Bench bench, Quiet before) {
        Instant startedAt = Instant.now();
        fill(bench);
        List<Round> rounds = new ArrayList<>();
        for (int number = plan.hasWarmUpRound() ? 0 : 1; number <= plan.rounds(); number++) {
            rounds.add(round(bench, number));
        }
        return new Report(
                startedAt,
                Instant.now(),
                plan,
                Machine.here(),
                before,
                Quiet.look(),
                measurements.stream()
                        .flatMap(measurement -> measurement.figures(plan).stream())
                        .toList(),
                rounds);
    }

    private void fill(Bench bench) {
        if (plan.orders() == 0) {
            return;
        }
        progress.accept("writing " + plan.orders() + " orders to the store");
        try {
            bench.orders().some();
            try (StoredOrders store = new StoredOrders(bench)) {
                store.write(plan.orders(), 1);
            }
        } catch (Exception e) {
            throw new IllegalStateException("the store cannot be filled", e);
        }
        progress.accept("waiting for the read models to have them");
        bench.settle();
    }

    private Round round(Bench bench, int number) {
        List<Measured> measured = new ArrayList<>();
        for (Measurement measurement : measurements) {
            if (number > 0 || measurement.warmsUp()) {
                progress.accept((number == 0 ? "warm-up" : "round " + number + " of " + plan.rounds()) + ": "
                        + measurement.name());
                measured.add(measure(bench, measurement));
            }
        }
        return new Round(number, measured);
    }

    /** One that cannot be made is said to be missing, and does not take the others with it. */
    private static Measured measure(Bench bench, Measurement measurement) {
        Values values = new Values();
        String error = null;
        Map<String, ProcessUse> before = Map.of();
        long start = System.nanoTime();
        try {
            bench.settle();
            before = uses(bench);
            start = System.nanoTime();
            measurement.measure(bench, values);
        } catch (Exception e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted", e);
            }
            error = e.toString();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Measured(
                measurement.name(), seconds, values.failures(), values.all(), usages(before, uses(bench)), error);
    }

    private static Map<String, ProcessUse> uses(Bench bench) {
        Map<String, ProcessUse> uses = new LinkedHashMap<>();
        bench.processes().forEach((name, process) -> uses.put(name, ProcessUse.of(process)));
        return uses;
    }

    private static List<Measured.Usage> usages(Map<String, ProcessUse> before, Map<String, ProcessUse> after) {
        return after.entrySet().stream()
                .filter(process -> before.containsKey(process.getKey()))
                .map(process -> new Measured.Usage(
                        process.getKey(),
                        process.getValue().processorsSince(before.get(process.getKey())),
                        process.getValue().residentBytes()))
                .toList();
    }
}
