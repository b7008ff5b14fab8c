package io.orderflow.benchmarks.report;

import java.util.List;

/**
 * Everything measured once.
 *
 * @param number from 1; 0 for the one that only warms up and does not count
 * @param measurements in the order in which they were made
 */
public record Round(int number, List<Measured> measurements) {

    /** Whether it counts. */
    public boolean counts() {
        return number > 0;
    }
}
