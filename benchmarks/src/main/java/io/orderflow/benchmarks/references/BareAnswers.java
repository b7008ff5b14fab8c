package io.orderflow.benchmarks.references;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.load.ClosedLoop;
import io.orderflow.benchmarks.load.HttpConnection;
import io.orderflow.benchmarks.measurements.HttpClient;
import io.orderflow.benchmarks.measurements.LoadFigures;
import io.orderflow.benchmarks.measurements.Measurement;
import io.orderflow.benchmarks.measurements.Values;
import io.orderflow.benchmarks.report.Figure;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** JSON read and written by a Spring Boot application that does nothing else, 16 clients, and the memory it has then. */
public final class BareAnswers implements Measurement {

    private static final int CLIENTS = 16;
    private static final String GET = "bare-get";
    private static final String POST = "bare-post";

    @Override
    public String name() {
        return "bare-web";
    }

    @Override
    public List<Figure> figures(Plan plan) {
        return Stream.of(
                        LoadFigures.of(GET, "bare GET, 16 clients").stream(),
                        LoadFigures.of(POST, "bare POST, 16 clients").stream(),
                        Stream.of(Figure.of("bare-memory/mib", "resident after load, bare Spring Boot", "MiB")))
                .flatMap(figures -> figures)
                .toList();
    }

    @Override
    public void measure(Bench bench, Values values) {
        String path = "/orders/" + UUID.randomUUID();
        String order = bench.newOrders().next();
        URI url = bench.bareWeb().url();
        load(bench, values, GET, url, connection -> connection.get(path).status() == 200);
        load(bench, values, POST, url, connection -> isCreated(connection, order));
        values.put("bare-memory/mib", bench.bareWeb().residentBytes() / (double) (1 << 20));
    }

    private static void load(Bench bench, Values values, String prefix, URI url, HttpClient.Request request) {
        values.put(
                prefix,
                new ClosedLoop(CLIENTS, bench.plan().warmUp(), bench.plan().measured())
                        .run(() -> new HttpClient(url, request)));
    }

    private static boolean isCreated(HttpConnection connection, String order) throws IOException {
        return connection.send("POST", "/orders", order).status() == 201;
    }
}
