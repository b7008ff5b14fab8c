package io.orderflow.benchmarks.measurements;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.installation.SampleOrders;
import io.orderflow.benchmarks.load.Client;
import io.orderflow.benchmarks.load.ClosedLoop;
import io.orderflow.benchmarks.load.HttpConnection;
import io.orderflow.benchmarks.load.Load;
import io.orderflow.benchmarks.load.OpenLoop;
import io.orderflow.benchmarks.report.Figure;
import io.orderflow.benchmarks.report.Target;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What becomes of a service that is sent half as much again as it can carry out, by callers who know nothing of one another
 * and do not try again.
 */
final class Overload implements Measurement {

    private static final String ID = "overload";
    private static final int CREATED = 201;
    private static final int UNAVAILABLE = 503;
    /** More than are carried out at once and wait for it. */
    private static final int PATIENT = 64;
    /** As many as come while one of them is kept waiting. */
    private static final int IMPATIENT = 512;

    private static final double TOO_MUCH = 1.5;
    private static final double REFUSED_WITHIN_MILLIS = 3_000;
    private static final double RECOVERED_WITHIN_MILLIS = 30_000;
    private static final long LOOK_MILLIS = 50;

    @Override
    public String name() {
        return ID;
    }

    @Override
    public List<Figure> figures(Plan plan) {
        return List.of(
                Figure.of(ID + "/most", "create order, the most", "1/s"),
                Figure.of(ID + "/goodput", "create order, when half as many again come", "1/s")
                        .shallBe(Target.atLeastTimes(0.9, ID + "/most")),
                Figure.of(ID + "/refused", "of these refused", "1/s"),
                Figure.of(ID + "/slowest", "slowest answer meanwhile", "ms")
                        .shallBe(Target.atMost(REFUSED_WITHIN_MILLIS, REFUSED_WITHIN_MILLIS)),
                Figure.of(ID + "/recovery", "a single order right afterwards", "ms")
                        .shallBe(Target.atMost(RECOVERED_WITHIN_MILLIS, RECOVERED_WITHIN_MILLIS)));
    }

    @Override
    public void measure(Bench bench, Values values) throws InterruptedException {
        Plan plan = bench.plan();
        Load most = new ClosedLoop(PATIENT, plan.warmUp(), plan.measured()).run(() -> CreateOrder.client(bench));
        bench.settle();
        Answers answers = new Answers(plan);
        new OpenLoop(Math.max(1, TOO_MUCH * most.rate()), IMPATIENT, plan.warmUp(), plan.measured())
                .run(() -> answers.client(bench));
        values.put(ID + "/recovery", timeToCreateOne(answers.client(bench)));
        values.put(ID + "/most", most.rate());
        values.put(ID + "/goodput", answers.created.get() / seconds(plan));
        values.put(ID + "/refused", answers.refused.get() / seconds(plan));
        values.put(ID + "/slowest", millis(answers.slowest.get()));
        values.failed(most.failures() + answers.neither.get());
    }

    /** In milliseconds; as long as it may take at most if it takes longer. */
    private static double timeToCreateOne(Client client) throws InterruptedException {
        long begun = System.nanoTime();
        try (client) {
            while (!client.succeeds() && millis(System.nanoTime() - begun) < RECOVERED_WITHIN_MILLIS) {
                Thread.sleep(LOOK_MILLIS);
            }
        }
        return millis(System.nanoTime() - begun);
    }

    private static double seconds(Plan plan) {
        return plan.measured().toNanos() / 1e9;
    }

    private static double millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(nanos) / 1_000.0;
    }

    /** What all callers together were told while it is measured: what is answered then counts, whenever it was asked. */
    private static final class Answers {

        private final long from;
        private final long until;
        private final AtomicLong created = new AtomicLong();
        private final AtomicLong refused = new AtomicLong();
        private final AtomicLong slowest = new AtomicLong();
        /** Answers that are neither an order nor a refusal, and requests without an answer. */
        private final AtomicLong neither = new AtomicLong();

        Answers(Plan plan) {
            from = System.nanoTime() + plan.warmUp().toNanos();
            until = from + plan.measured().toNanos();
        }

        Client client(Bench bench) {
            SampleOrders samples = bench.newOrders();
            return new HttpClient(bench.commands(), connection -> send(connection, samples.next(), bench));
        }

        private boolean send(HttpConnection connection, String order, Bench bench) throws IOException {
            long begun = System.nanoTime();
            int status = 0;
            try {
                HttpConnection.Answer answer = connection.send("POST", "/api/v1/orders", order);
                status = answer.status();
                if (status == CREATED) {
                    bench.orders().add(answer.text("orderId"));
                }
                return status == CREATED;
            } finally {
                count(status, begun, System.nanoTime());
            }
        }

        private void count(int status, long begun, long answered) {
            slowest.accumulateAndGet(answered - begun, Math::max);
            if (status != CREATED && status != UNAVAILABLE) {
                neither.incrementAndGet();
            } else if (answered >= from && answered < until) {
                (status == CREATED ? created : refused).incrementAndGet();
            }
        }
    }
}
