package io.orderflow.benchmarks.measurements;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.installation.Installation;
import io.orderflow.benchmarks.machine.ProcessUse;
import io.orderflow.benchmarks.report.Figure;
import io.orderflow.benchmarks.report.Target;
import io.orderflow.processes.ServiceProcess;
import java.time.Duration;
import java.util.List;

/** Services on an empty store: from the start of the process to ready, and what they use then while nobody asks for anything. */
final class StartAndIdle implements Measurement {

    private static final double MIB = 1 << 20;

    @Override
    public String name() {
        return "start-and-idle";
    }

    @Override
    public boolean warmsUp() {
        return false;
    }

    @Override
    public List<Figure> figures(Plan plan) {
        return List.of(
                Figure.of("start/command-service", "start to ready, command service", "s")
                        .shallBe(Target.atMostTimes(2, "bare-start/seconds")),
                Figure.of("start/query-service", "start to ready, query service", "s")
                        .shallBe(Target.atMostTimes(2, "bare-start/seconds")),
                Figure.of("idle-processor/command-service", "idle, command service", "% of a processor"),
                Figure.of("idle-processor/query-service", "idle, query service", "% of a processor"),
                Figure.of("idle-memory/command-service", "resident when idle, command service", "MiB"),
                Figure.of("idle-memory/query-service", "resident when idle, query service", "MiB"));
    }

    @Override
    public void measure(Bench bench, Values values) {
        if (bench.plan().startsAgain()) {
            try (Installation started = bench.startAnother()) {
                measure(started, bench.plan().idle(), values);
            }
        } else {
            measure(bench.services(), bench.plan().idle(), values);
        }
    }

    private static void measure(Installation started, Duration idle, Values values) {
        values.put("start/command-service", started.commandStart().toMillis() / 1_000.0);
        values.put("start/query-service", started.queryStart().toMillis() / 1_000.0);
        // what a start leaves to be done in the background is not idleness
        Bench.pause(idle.dividedBy(2));
        ProcessUse command = use(started.command());
        ProcessUse query = use(started.query());
        Bench.pause(idle);
        put("command-service", command, use(started.command()), values);
        put("query-service", query, use(started.query()), values);
    }

    private static ProcessUse use(ServiceProcess service) {
        return ProcessUse.of(service.handle());
    }

    private static void put(String service, ProcessUse before, ProcessUse after, Values values) {
        values.put("idle-processor/" + service, 100 * after.processorsSince(before));
        values.put("idle-memory/" + service, after.residentBytes() / MIB);
    }
}
