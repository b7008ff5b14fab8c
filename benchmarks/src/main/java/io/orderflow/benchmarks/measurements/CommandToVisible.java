package io.orderflow.benchmarks.measurements;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.installation.SampleOrders;
import io.orderflow.benchmarks.load.HttpConnection;
import io.orderflow.benchmarks.load.HttpConnection.Answer;
import io.orderflow.benchmarks.report.Figure;
import io.orderflow.benchmarks.report.Target;
import java.io.IOException;
import java.util.List;

/** From the acknowledgement of a new order until a read that waits for it ({@code minVersion}) has brought it, order by order. */
final class CommandToVisible implements Measurement {

    @Override
    public String name() {
        return "command-to-visible";
    }

    @Override
    public List<Figure> figures(Plan plan) {
        return List.of(
                Figure.of("command-to-visible/p50", "command to visible, p50", "ms")
                        .shallBe(Target.atMost(10, 5))
                        .shallBe(Target.beside("axon-defaults-visible/p50")),
                Figure.of("command-to-visible/p99", "command to visible, p99", "ms")
                        .shallBe(Target.atMost(30, 15))
                        .shallBe(Target.beside("axon-defaults-visible/p99")));
    }

    @Override
    public void measure(Bench bench, Values values) throws IOException {
        SampleOrders samples = bench.newOrders();
        Times times = new Times(bench.plan().samples());
        try (HttpConnection commands = new HttpConnection(bench.commands());
                HttpConnection queries = new HttpConnection(bench.queries())) {
            while (times.areWanted()) {
                Answer created = commands.send("POST", "/api/v1/orders", samples.next());
                if (created.status() != 201 || !waitsFor(created, queries, times)) {
                    values.failed(1);
                    times.miss();
                }
            }
        }
        times.put("command-to-visible", values);
    }

    private static boolean waitsFor(Answer created, HttpConnection queries, Times times) throws IOException {
        long acknowledged = System.nanoTime();
        Answer shown = queries.get("/api/v1/orders/" + created.text("orderId") + "?minVersion=0&wait=20s");
        if (shown.status() != 200 || shown.body().contains("\"stale\"")) {
            return false;
        }
        times.add(System.nanoTime() - acknowledged);
        return true;
    }
}
