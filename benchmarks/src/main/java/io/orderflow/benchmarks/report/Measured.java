package io.orderflow.benchmarks.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One measurement of one round.
 *
 * @param name of the measurement
 * @param seconds how long it took, all in all
 * @param failures requests that did not do what they should
 * @param values by the id of the figure
 * @param processes what each process used meanwhile
 * @param error why there are no values; null when there are
 */
public record Measured(
        String name,
        double seconds,
        long failures,
        Map<String, Double> values,
        List<Usage> processes,
        @Nullable String error) {

    /**
     * What a process used.
     *
     * @param process its name
     * @param processors how many processors on average
     * @param residentBytes physical memory at the end; 0 where the system does not say
     */
    public record Usage(String process, double processors, long residentBytes) {}
}
