package io.orderflow.cli.importer;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** A line every few seconds, with rate and remaining time, for a log. */
final class ProgressLines implements Progress {

    private static final long EVERY_NANOS = Duration.ofSeconds(3).toNanos();

    private final String what;
    private final int total;
    private final PrintWriter out;
    private final long start = System.nanoTime();
    private int done;
    private long lastPrinted = start;

    ProgressLines(String what, int total, PrintWriter out) {
        this.what = what;
        this.total = total;
        this.out = out;
    }

    @Override
    public synchronized void step() {
        done++;
        long now = System.nanoTime();
        if (now - lastPrinted >= EVERY_NANOS) {
            lastPrinted = now;
            print(now);
        }
    }

    @Override
    public synchronized void close() {
        print(System.nanoTime());
    }

    private void print(long now) {
        double seconds = Math.max(0.001, (now - start) / 1e9);
        double rate = done / seconds;
        String rest = done == 0 || done >= total ? "" : ", about %.0f s left".formatted((total - done) / rate);
        out.println(String.format(Locale.ROOT, "%s %,d of %,d, %.0f/s%s", what, done, total, rate, rest));
        out.flush();
    }
}
