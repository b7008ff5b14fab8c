package io.orderflow.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests that come at a fixed rate, however long the answers take, as those of independent callers do. A latency counts
 * from the moment at which the request was due, so that what waited while the service stood still is seen (no coordinated
 * omission).
 *
 * @param rate requests a second
 * @param clients how many requests at most at the same time; more are sent late, and that time counts
 * @param warmUp runs before, unmeasured
 * @param measured runs then
 */
public record OpenLoop(double rate, int clients, Duration warmUp, Duration measured) {

    /** Runs it to its end. */
    public Load run(Client.Factory factory) {
        long origin = System.nanoTime();
        Load.Span span = Load.Span.from(origin, warmUp, measured);
        AtomicLong next = new AtomicLong();
        return Clients.run(clients, factory, span, client -> {
            Clients.Record record = new Clients.Record();
            while (true) {
                long due = origin + (long) (next.getAndIncrement() / rate * 1e9);
                if (due >= span.end()) {
                    return record;
                }
                waitUntil(due);
                boolean succeeded = client.succeeds();
                if (due >= span.start()) {
                    record.add(succeeded, System.nanoTime() - due);
                }
            }
        });
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
