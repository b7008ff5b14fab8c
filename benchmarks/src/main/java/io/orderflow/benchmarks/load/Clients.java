package io.orderflow.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** Some clients, each on a thread of its own, and what they have recorded together. */
final class Clients {

    private Clients() {}

    /** What one client recorded. */
    static final class Record {

        final Histogram latencies = Load.histogram();
        long failures;
        long lastAt;

        void add(boolean succeeded, long nanos) {
            lastAt = System.nanoTime();
            if (succeeded) {
                Load.record(latencies, nanos);
            } else {
                failures++;
            }
        }
    }

    /** What one client does until the end. */
    interface Work {

        Record run(Client client);
    }

    static Load run(int clients, Client.Factory factory, Load.Span span, Work work) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Record>> running = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
                running.add(threads.submit(() -> {
                    try (Client client = factory.connect()) {
                        return work.run(client);
                    }
                }));
            }
            Histogram all = Load.histogram();
            long failures = 0;
            long end = span.end();
            for (Future<Record> client : running) {
                Record record = client.get();
                all.add(record.latencies);
                failures += record.failures;
                end = record.lastAt == 0 ? end : Math.max(end, record.lastAt);
            }
            return new Load(all, failures, (end - span.start()) / 1e9);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted under load", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client cannot go on", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
