package io.orderflow.benchmarks.references;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.installation.SampleOrders;
import io.orderflow.benchmarks.load.HttpConnection;
import io.orderflow.benchmarks.measurements.Measurement;
import io.orderflow.benchmarks.measurements.Times;
import io.orderflow.benchmarks.measurements.Values;
import io.orderflow.benchmarks.report.Figure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * From the acknowledgement of a new order on the defaults of Axon and Spring until its row is there. It is asked for again and again, with
 * short pauses. Fewer are taken than of our own: each takes long.
 */
public final class AxonDefaultsVisible implements Measurement {

    private static final String ID = "axon-defaults-visible";
    private static final int FEWER = 10;
    private static final int LEAST = 3;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

    @Override
    public String name() {
        return ID;
    }

    @Override
    public List<Figure> figures(Plan plan) {
        return List.of(
                Figure.of(ID + "/p50", "command to visible on defaults, p50", "ms"),
                Figure.of(ID + "/p99", "command to visible on defaults, p99", "ms"));
    }

    @Override
    public void measure(Bench bench, Values values) throws IOException {
        SampleOrders samples = bench.newOrders();
        Times times = new Times(Math.max(LEAST, bench.plan().samples() / FEWER));
        try (HttpConnection connection = new HttpConnection(bench.axonDefaults().url())) {
            timeToVisible(connection, samples.next());
            while (times.areWanted()) {
                times.add(timeToVisible(connection, samples.next()));
            }
        }
        times.put(ID, values);
    }

    /** What was created before is handled before it, so the first wait is for all of that too, and does not count. */
    private static long timeToVisible(HttpConnection connection, String order) throws IOException {
        HttpConnection.Answer created = connection.send("POST", "/orders", order);
        if (created.status() / 100 != 2) {
            throw new IllegalStateException("the defaults create no order: " + created);
        }
        String id = created.text("orderId");
        long acknowledged = System.nanoTime();
        while (connection.get("/orders/" + id).status() != 200) {
            if (System.nanoTime() - acknowledged > PATIENCE_NANOS) {
                throw new IllegalStateException("an order does not become visible on the defaults");
            }
            Bench.pause(BETWEEN_LOOKS);
        }
        return System.nanoTime() - acknowledged;
    }
}
