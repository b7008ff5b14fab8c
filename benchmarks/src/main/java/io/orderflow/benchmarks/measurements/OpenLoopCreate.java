package io.orderflow.benchmarks.measurements;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.load.OpenLoop;
import io.orderflow.benchmarks.report.Figure;
import java.util.List;

/** Orders that are created at a fixed rate by callers who know nothing of one another. */
final class OpenLoopCreate implements Measurement {

    private static final String ID = "create-order-open";
    private static final int AT_ONCE = 64;

    @Override
    public String name() {
        return ID;
    }

    @Override
    public List<Figure> figures(Plan plan) {
        return LoadFigures.latencies(ID, "create order, " + plan.openRate() + " a second");
    }

    @Override
    public void measure(Bench bench, Values values) {
        Plan plan = bench.plan();
        values.putLatencies(
                ID,
                new OpenLoop(plan.openRate(), AT_ONCE, plan.warmUp(), plan.measured())
                        .run(() -> CreateOrder.client(bench)));
    }
}
