package io.orderflow.benchmarks.measurements;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.installation.StoredOrders;
import io.orderflow.benchmarks.load.HttpConnection;
import io.orderflow.benchmarks.report.Figure;
import io.orderflow.benchmarks.report.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command costs about an order that has so many events already, by one client. The orders are written to the store in every round;
 * there are the fewer of them the longer they are, so that the commands make none of them longer by more than a tenth.
 */
final class OrderGrowth implements Measurement {

    private static final List<Integer> EVENTS = List.of(10, 100, 1_000);
    private static final int ALL_EVENTS = 1_000;
    private static final int COMMANDS = 90;
    private static final String FEW = "order-growth/" + EVENTS.get(0);

    @Override
    public String name() {
        return "order-growth";
    }

    @Override
    public List<Figure> figures(Plan plan) {
        List<Figure> figures = new ArrayList<>();
        for (int events : EVENTS) {
            for (String quantile : List.of("/p50", "/p99")) {
                Figure figure = Figure.of(
                        "order-growth/" + events + quantile,
                        "change order of " + events + " events, " + quantile.substring(1),
                        "ms");
                figures.add(events == EVENTS.get(0) ? figure : figure.shallBe(Target.atMostTimes(1.2, FEW + quantile)));
            }
        }
        return figures;
    }

    @Override
    public void measure(Bench bench, Values values) throws Exception {
        bench.orders().some();
        for (int events : EVENTS) {
            List<StoredOrders.Stored> orders;
            try (StoredOrders store = new StoredOrders(bench)) {
                orders = store.write(ALL_EVENTS / events, events);
            }
            bench.settle();
            measure(bench, orders, events, values);
        }
    }

    private static void measure(Bench bench, List<StoredOrders.Stored> orders, int events, Values values)
            throws Exception {
        Times times = new Times(Math.min(COMMANDS, bench.plan().samples()));
        try (HttpConnection commands = new HttpConnection(bench.commands())) {
            for (int turn = 0; times.areWanted(); turn++) {
                StoredOrders.Stored order = orders.get(turn % orders.size());
                String path = "/api/v1/orders/" + order.id() + "/items/" + order.line();
                long begun = System.nanoTime();
                // one after the other: what sets what is set already leaves no event
                if (commands.send("PATCH", path, "{\"quantity\":" + (4 + turn) + "}")
                                .status()
                        == 200) {
                    times.add(System.nanoTime() - begun);
                } else {
                    values.failed(1);
                    times.miss();
                }
            }
        }
        times.put("order-growth/" + events, values);
    }
}
