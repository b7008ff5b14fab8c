package io.orderflow.benchmarks.measurements;

import java.util.ArrayList;
import java.util.List;

/** Times that were taken one by one. The first tenth warms up and does not count. */
public final class Times {

    private static final int WARM_UP_PART = 10;

    private final int wanted;
    private final int warmUp;
    private final List<Long> nanos = new ArrayList<>();
    private int tries;

    /** @param wanted how many shall count */
    public Times(int wanted) {
        this.wanted = wanted;
        this.warmUp = wanted / WARM_UP_PART;
    }

    /** Whether there shall be more. */
    public boolean areWanted() {
        return tries < wanted + warmUp;
    }

    /** One more. */
    public void add(long time) {
        if (tries++ >= warmUp) {
            nanos.add(time);
        }
    }

    /** One that has failed. */
    public void miss() {
        tries++;
    }

    /** Gives the median and the 99th percentile in milliseconds, which are {@code /p50} and {@code /p99} of the prefix. */
    public void put(String prefix, Values values) {
        if (nanos.isEmpty()) {
            throw new IllegalStateException("nothing has succeeded");
        }
        List<Long> sorted = nanos.stream().sorted().toList();
        values.put(prefix + "/p50", sorted.get((sorted.size() - 1) / 2) / 1e6);
        values.put(prefix + "/p99", sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1) / 1e6);
    }
}
