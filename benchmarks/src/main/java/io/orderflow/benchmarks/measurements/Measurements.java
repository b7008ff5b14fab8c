package io.orderflow.benchmarks.measurements;

import java.util.List;

/** All that is measured, in the order in which it is measured within a round. */
public final class Measurements {

    private static final List<Measurement> ALL = List.of(new CreateOrder());

    private Measurements() {}

    /** All of them. */
    public static List<Measurement> all() {
        return ALL;
    }
}
