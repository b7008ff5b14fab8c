package io.orderflow.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Some clients, each of which sends the next request when the last one is answered: what a service can do at most. While it
 * is slow it is asked less, so its latencies are those of so many patient clients, not of independent callers; for those
 * there is the {@link OpenLoop}.
 *
 * @param clients how many at the same time
 * @param warmUp runs before, unmeasured
 * @param measured runs then
 */
public record ClosedLoop(int clients, Duration warmUp, Duration measured) {

    /** Runs it to its end. */
    public Load run(Client.Factory factory) {
        Load.Span span = Load.Span.from(System.nanoTime(), warmUp, measured);
        // a span in which nothing is done lasts until something is
        AtomicBoolean isAnyDone = new AtomicBoolean();
        return Clients.run(clients, factory, span, client -> {
            Clients.Record record = new Clients.Record();
            for (long begun = System.nanoTime(); begun < span.end() || !isAnyDone.get(); ) {
                boolean succeeded = client.succeeds();
                long done = System.nanoTime();
                // what ends in the span counts: whatever is under way at its two ends, the number is right
                if (done >= span.start() && (done < span.end() || isAnyDone.compareAndSet(false, true))) {
                    record.add(succeeded, done - begun);
                    isAnyDone.set(true);
                }
                begun = done;
            }
            return record;
        });
    }
}
