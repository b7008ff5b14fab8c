package io.orderflow.benchmarks.measurements;

import io.orderflow.benchmarks.load.Load;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a measurement has given in one round. */
public final class Values {

    private final Map<String, Double> values = new LinkedHashMap<>();
    private long failures;

    /** One figure. */
    public void put(String figure, double value) {
        values.put(figure, value);
    }

    /** Counts what did not do what it should. */
    public void failed(long times) {
        failures += times;
    }

    /** The figures of a load: the rate, and its latencies. */
    public void put(String prefix, Load load) {
        put(prefix + "/rate", load.rate());
        putLatencies(prefix, load);
    }

    /** The latencies of a load whose rate was given. */
    void putLatencies(String prefix, Load load) {
        put(prefix + "/p50", load.millis(50));
        put(prefix + "/p99", load.millis(99));
        put(prefix + "/p99.9", load.millis(99.9));
        failed(load.failures());
    }

    /** All of them, by the id of the figure. */
    public Map<String, Double> all() {
        return values;
    }

    /** How often something did not do what it should. */
    public long failures() {
        return failures;
    }
}
