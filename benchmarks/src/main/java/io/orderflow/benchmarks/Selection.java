package io.orderflow.benchmarks;

import io.orderflow.benchmarks.measurements.Measurement;
import io.orderflow.benchmarks.measurements.Measurements;
import io.orderflow.benchmarks.report.Figure;
import io.orderflow.benchmarks.report.Target;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Which measurements are made. */
final class Selection {

    private Selection() {}

    /** The names that there are. */
    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Measurements.all().stream().map(Measurement::name).iterator();
        }
    }

    /**
     * Those of the given names, and all that they are compared with; all when there are no names.
     *
     * @throws IllegalArgumentException when there is none of one of the names
     */
    static List<Measurement> of(List<String> names, Plan plan) {
        List<Measurement> all = Measurements.all();
        if (names.isEmpty()) {
            return all;
        }
        Set<String> wanted = new HashSet<>(names);
        all.forEach(measurement -> wanted.remove(measurement.name()));
        if (!wanted.isEmpty()) {
            throw new IllegalArgumentException("There is no measurement of the name " + String.join(", ", wanted)
                    + ", but there are " + String.join(", ", new Names()) + ".");
        }
        wanted.addAll(names);
        Set<String> references = new HashSet<>();
        all.stream()
                .filter(measurement -> wanted.contains(measurement.name()))
                .flatMap(measurement -> measurement.figures(plan).stream())
                .flatMap(figure -> figure.targets().stream())
                .map(Target::reference)
                .filter(Objects::nonNull)
                .forEach(references::add);
        return all.stream()
                .filter(measurement -> wanted.contains(measurement.name())
                        || measurement.figures(plan).stream().map(Figure::id).anyMatch(references::contains))
                .toList();
    }
}
