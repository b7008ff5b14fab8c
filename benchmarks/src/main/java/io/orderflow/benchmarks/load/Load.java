package io.orderflow.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What a load has given.
 *
 * @param latencies of what succeeded, in microseconds
 * @param failures how many did not do what they shall
 * @param seconds how long it was measured
 */
public record Load(Histogram latencies, long failures, double seconds) {

    /** An hour, in microseconds. */
    private static final long LONGEST = TimeUnit.HOURS.toMicros(1);

    /** With three significant digits. */
    static Histogram histogram() {
        return new Histogram(LONGEST, 3);
    }

    static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.max(0, Math.min(LONGEST, TimeUnit.NANOSECONDS.toMicros(nanos))));
    }

    /** What succeeded, a second. */
    public double rate() {
        return latencies.getTotalCount() / seconds;
    }

    /**
     * A quantile of the latencies, in milliseconds.
     *
     * @param percent such as 99.9
     */
    public double millis(double percent) {
        return latencies.getValueAtPercentile(percent) / 1_000.0;
    }

    /** When it is to be measured, after it has run for a while. */
    record Span(long start, long end) {

        static Span from(long now, Duration warmUp, Duration measured) {
            return new Span(now + warmUp.toNanos(), now + warmUp.plus(measured).toNanos());
        }
    }
}
