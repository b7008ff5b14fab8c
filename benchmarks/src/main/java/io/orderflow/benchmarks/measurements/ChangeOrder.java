package io.orderflow.benchmarks.measurements;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.load.Client;
import io.orderflow.benchmarks.load.ClosedLoop;
import io.orderflow.benchmarks.report.Figure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Follow-up commands: other shipping addresses for orders that are there, each client at orders of its own. An order is read from its events
 * first, then one is appended. (An order can be cancelled only once, and would have to be created for it.)
 */
final class ChangeOrder implements Measurement {

    @Override
    public String name() {
        return "change-order";
    }

    @Override
    public List<Figure> figures(Plan plan) {
        List<Figure> figures = new ArrayList<>();
        for (int clients : plan.clients()) {
            figures.addAll(LoadFigures.of(prefix(clients), "change order, " + LoadFigures.clients(clients)));
        }
        return figures;
    }

    @Override
    public void measure(Bench bench, Values values) throws IOException {
        List<String> orders = bench.orders().some();
        for (int clients : bench.plan().clients()) {
            AtomicInteger number = new AtomicInteger();
            values.put(
                    prefix(clients),
                    new ClosedLoop(clients, bench.plan().warmUp(), bench.plan().measured())
                            .run(() -> client(bench, orders, number.getAndIncrement(), clients)));
            bench.settle();
        }
    }

    private static Client client(Bench bench, List<String> orders, int number, int clients) {
        AtomicInteger next = new AtomicInteger(number);
        return new HttpClient(bench.commands(), connection -> {
            int turn = next.getAndAdd(clients);
            String path =
                    "/api/v1/orders/" + orders.get(turn % (orders.size() / clients * clients)) + "/shipping-address";
            return connection.send("PUT", path, address(turn)).status() == 200;
        });
    }

    /** Never the one before: what sets what is set already leaves no event. */
    private static String address(int turn) {
        return "{\"recipient\":\"Ada Nowak\",\"street\":\"Market Street " + turn
                + "\",\"postalCode\":\"10115\",\"city\":\"Berlin\",\"country\":\"DE\"}";
    }

    private static String prefix(int clients) {
        return "change-order/" + clients;
    }
}
