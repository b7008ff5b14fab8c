package io.orderflow.benchmarks.measurements;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.installation.SampleOrders;
import io.orderflow.benchmarks.load.ClosedLoop;
import io.orderflow.benchmarks.report.Figure;
import io.orderflow.benchmarks.report.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * One kind of read, by 16 clients that do nothing else, while nothing is written.
 *
 * @param name of the measurement
 * @param label what is read
 * @param part of the rate of a bare endpoint that shall be reached
 * @param reads what is asked
 */
record Read(String name, String label, double part, Reads reads) implements Measurement {

    private static final int CLIENTS = 16;
    private static final String ORDERS = "/api/v1/orders";

    /** Makes what the clients ask. */
    @FunctionalInterface
    interface Reads {

        /** The paths that one client asks for, one after the other. */
        Supplier<String> of(List<String> orders, SampleOrders samples);
    }

    static Read byId() {
        return new Read(
                "read-order",
                "read an order",
                0.5,
                (orders, samples) -> () ->
                        ORDERS + "/" + orders.get(ThreadLocalRandom.current().nextInt(orders.size())));
    }

    static Read list() {
        return new Read(
                "list-orders",
                "list 20 orders",
                0.2,
                (orders, samples) -> () -> ORDERS + "?pageSize=20&page="
                        + (1 + ThreadLocalRandom.current().nextInt(3)));
    }

    static Read search() {
        return new Read(
                "search-orders",
                "search orders",
                0.1,
                (orders, samples) -> () ->
                        ORDERS + "/search?pageSize=20&q=" + URLEncoder.encode(samples.words(), StandardCharsets.UTF_8));
    }

    @Override
    public List<Figure> figures(Plan plan) {
        return LoadFigures.of(name, label + ", " + LoadFigures.clients(CLIENTS)).stream()
                .map(figure -> figure.unit().equals("1/s")
                        ? figure.shallBe(Target.atLeastTimes(part, "bare-get/rate"))
                        : figure)
                .toList();
    }

    @Override
    public void measure(Bench bench, Values values) throws Exception {
        List<String> orders = bench.orders().some();
        values.put(
                name,
                new ClosedLoop(CLIENTS, bench.plan().warmUp(), bench.plan().measured()).run(() -> {
                    Supplier<String> paths = reads.of(orders, bench.newOrders());
                    return new HttpClient(
                            bench.queries(),
                            connection -> connection.get(paths.get()).status() == 200);
                }));
    }
}
