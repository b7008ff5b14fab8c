package io.orderflow.benchmarks.measurements;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.report.Figure;
import java.util.List;

/** Something that is measured once in every round. */
public interface Measurement {

    /** Its name, as {@code --only} takes it. */
    String name();

    /** What it gives, in the order in which it is shown. */
    List<Figure> figures(Plan plan);

    /**
     * Measures. When it begins, the read models have all that is in the store.
     *
     * @param values takes one value for each of the figures
     */
    void measure(Bench bench, Values values) throws Exception;

    /** Whether it does something in the round that only warms up. */
    default boolean warmsUp() {
        return true;
    }
}
