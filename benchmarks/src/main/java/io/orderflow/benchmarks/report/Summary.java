package io.orderflow.benchmarks.report;

import java.util.List;

/**
 * A figure over all rounds.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param least the smallest
 * @param most the greatest
 */
record Summary(double median, double least, double most) {

    /** Of at least one value. */
    static Summary of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Summary(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }
}
