package io.orderflow.benchmarks.measurements;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.installation.SampleOrders;
import io.orderflow.benchmarks.load.Client;
import io.orderflow.benchmarks.load.ClosedLoop;
import io.orderflow.benchmarks.load.HttpConnection;
import io.orderflow.benchmarks.report.Figure;
import io.orderflow.benchmarks.report.Target;
import java.util.ArrayList;
import java.util.List;

/** Orders created through the API, each answered when it is durable, by clients that do nothing else. */
final class CreateOrder implements Measurement {

    private static final int CREATED = 201;
    /** The number of clients that the targets are about; as many write in the reference. */
    private static final int AS_REFERENCE = 16;

    @Override
    public String name() {
        return "create-order";
    }

    @Override
    public List<Figure> figures(Plan plan) {
        List<Figure> figures = new ArrayList<>();
        for (int clients : plan.clients()) {
            for (Figure figure : LoadFigures.of(prefix(clients), "create order, " + LoadFigures.clients(clients))) {
                figures.add(clients == AS_REFERENCE && figure.unit().equals("1/s") ? compared(figure) : figure);
            }
        }
        return figures;
    }

    private static Figure compared(Figure rate) {
        return rate.shallBe(Target.atLeastTimes(1.0, 0.5, "raw-append/rate"))
                .shallBe(Target.beside("bare-post/rate"))
                .shallBe(Target.atLeastTimes(3, "axon-defaults-create/rate"));
    }

    @Override
    public void measure(Bench bench, Values values) {
        for (int clients : bench.plan().clients()) {
            values.put(
                    prefix(clients),
                    new ClosedLoop(clients, bench.plan().warmUp(), bench.plan().measured()).run(() -> client(bench)));
            // the read models fall behind under load, and what they have left would be measured with the next load
            bench.settle();
        }
    }

    /** A client that creates orders. */
    static Client client(Bench bench) {
        SampleOrders samples = bench.newOrders();
        return new HttpClient(bench.commands(), connection -> {
            HttpConnection.Answer answer = connection.send("POST", "/api/v1/orders", samples.next());
            if (answer.status() == CREATED) {
                bench.orders().add(answer.text("orderId"));
            }
            return answer.status() == CREATED;
        });
    }

    private static String prefix(int clients) {
        return "create-order/" + clients;
    }
}
