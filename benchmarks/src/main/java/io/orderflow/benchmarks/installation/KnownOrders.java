package io.orderflow.benchmarks.installation;

import io.orderflow.benchmarks.load.HttpConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Orders that were created, as many as are needed. */
public final class KnownOrders {

    /** Enough that clients do not meet at one order and orders do not grow long. */
    private static final int ENOUGH = 1_000;

    private static final int ENOUGH_ONCE = 64;
    private static final int AT_MOST = 20_000;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

    private final Bench bench;
    private final List<String> ids = new ArrayList<>();

    KnownOrders(Bench bench) {
        this.bench = bench;
    }

    /** One more. */
    public synchronized void add(String id) {
        if (ids.size() < AT_MOST) {
            ids.add(id);
        } else {
            ids.set(ThreadLocalRandom.current().nextInt(AT_MOST), id);
        }
    }

    /** Their ids. More are created when there are too few for a load. */
    public synchronized List<String> some() throws IOException {
        int enough = bench.plan().hasWarmUpRound() ? ENOUGH : ENOUGH_ONCE;
        if (ids.size() < enough) {
            create(enough - ids.size());
        }
        return List.copyOf(ids);
    }

    /** Creates one more, through the service. */
    synchronized void addOne() throws IOException {
        create(1);
    }

    private void create(int orders) throws IOException {
        SampleOrders samples = bench.newOrders();
        try (HttpConnection connection = new HttpConnection(bench.commands())) {
            for (int number = 0; number < orders; number++) {
                add(created(connection, samples.next()).text("orderId"));
            }
        }
    }

    /** A service that is busy refuses: it is asked again, and creates one order however often. */
    private static HttpConnection.Answer created(HttpConnection connection, String order) throws IOException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        HttpConnection.Answer answer = connection.send("POST", "/api/v1/orders", order);
        while (answer.status() >= 503 && System.nanoTime() < end) {
            Bench.pause(BETWEEN_TRIES);
            answer = connection.send("POST", "/api/v1/orders", order);
        }
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("no order is created: " + answer);
        }
        return answer;
    }
}
