package io.orderflow.benchmarks.references;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.installation.Installation;
import io.orderflow.benchmarks.measurements.Measurement;
import io.orderflow.benchmarks.measurements.Values;
import io.orderflow.benchmarks.report.Figure;
import io.orderflow.processes.ServiceProcess;
import java.util.List;

/** How long a Spring Boot application takes to start that only answers. */
public final class BareStart implements Measurement {

    @Override
    public String name() {
        return "bare-start";
    }

    @Override
    public boolean warmsUp() {
        return false;
    }

    @Override
    public List<Figure> figures(Plan plan) {
        return List.of(Figure.of("bare-start/seconds", "start to ready, bare Spring Boot", "s"));
    }

    @Override
    public void measure(Bench bench, Values values) {
        if (bench.plan().startsAgain()) {
            try (ServiceProcess another = bench.bareWeb().another()) {
                values.put(
                        "bare-start/seconds", Installation.timeToReady(another).toMillis() / 1_000.0);
            }
        } else {
            values.put("bare-start/seconds", bench.bareWeb().start().toMillis() / 1_000.0);
        }
    }
}
