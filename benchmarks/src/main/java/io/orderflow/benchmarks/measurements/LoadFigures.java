package io.orderflow.benchmarks.measurements;

import io.orderflow.benchmarks.report.Figure;
import java.util.List;
import java.util.stream.Stream;

/** The figures that every load gives, as {@link Values} takes them. */
public final class LoadFigures {

    private LoadFigures() {}

    /**
     * A load whose rate was found out.
     *
     * @param prefix what the ids of the figures begin with
     * @param label what is done, by how many
     */
    public static List<Figure> of(String prefix, String label) {
        return Stream.concat(Stream.of(Figure.of(prefix + "/rate", label, "1/s")), latencies(prefix, label).stream())
                .toList();
    }

    /** The latencies alone. */
    static List<Figure> latencies(String prefix, String label) {
        return Stream.of("p50", "p99", "p99.9")
                .map(quantile -> Figure.of(prefix + "/" + quantile, label + ", " + quantile, "ms"))
                .toList();
    }

    static String clients(int clients) {
        return clients == 1 ? "1 client" : clients + " clients";
    }
}
