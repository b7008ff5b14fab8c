package io.orderflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.benchmarks.measurements.Measurement;
import io.orderflow.benchmarks.measurements.Measurements;
import io.orderflow.benchmarks.report.Figure;
import io.orderflow.benchmarks.report.Target;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final Plan PLAN = Plan.quick(Mode.H2, 0);

    @Test
    void what_a_measurement_is_compared_with_is_measured_too() {
        assertThat(Selection.of(List.of("create-order"), PLAN))
                .extracting(Measurement::name)
                .containsExactly("create-order", "raw-append", "axon-defaults-create", "bare-web");
    }

    @Test
    void without_names_everything_is_measured() {
        assertThat(Selection.of(List.of(), PLAN)).isEqualTo(Measurements.all());
    }

    @Test
    void a_name_that_there_is_not_is_refused() {
        assertThatThrownBy(() -> Selection.of(List.of("create-order", "nonsense"), PLAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of the name nonsense, but there are start-and-idle");
    }

    @Test
    void every_figure_has_an_id_of_its_own_and_every_reference_is_a_figure() {
        List<Figure> figures = Measurements.all().stream()
                .flatMap(measurement -> measurement.figures(PLAN).stream())
                .toList();

        assertThat(figures).extracting(Figure::id).doesNotHaveDuplicates();
        assertThat(figures.stream()
                        .flatMap(figure -> figure.targets().stream())
                        .map(Target::reference)
                        .filter(Objects::nonNull))
                .isSubsetOf(figures.stream().map(Figure::id).toList());
    }
}
