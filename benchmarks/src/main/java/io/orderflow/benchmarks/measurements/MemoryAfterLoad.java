package io.orderflow.benchmarks.measurements;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.machine.ProcessUse;
import io.orderflow.benchmarks.report.Figure;
import io.orderflow.benchmarks.report.Target;
import io.orderflow.processes.ServiceProcess;
import java.util.List;

/** What both services have in physical memory after all the loads of the round. */
final class MemoryAfterLoad implements Measurement {

    private static final double MIB = 1 << 20;

    @Override
    public String name() {
        return "memory-after-load";
    }

    @Override
    public List<Figure> figures(Plan plan) {
        return List.of(
                Figure.of("memory/command-service", "resident after load, command service", "MiB")
                        .shallBe(Target.atMostTimes(1.5, "bare-memory/mib")),
                Figure.of("memory/query-service", "resident after load, query service", "MiB")
                        .shallBe(Target.atMostTimes(1.5, "bare-memory/mib")));
    }

    @Override
    public void measure(Bench bench, Values values) {
        values.put("memory/command-service", mib(bench.services().command()));
        values.put("memory/query-service", mib(bench.services().query()));
    }

    private static double mib(ServiceProcess service) {
        return ProcessUse.of(service.handle()).residentBytes() / MIB;
    }
}
