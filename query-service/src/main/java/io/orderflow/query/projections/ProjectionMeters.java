package io.orderflow.query.projections;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.orderflow.api.projection.ProjectionView;
import io.orderflow.query.platform.generation.Projections;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the projections are doing, for those who draw curves. Nothing is read from the database for it. */
@Component
class ProjectionMeters implements MeterBinder {

    private final Projections projections;
    private final ProjectionWatch watch;
    private final ProjectionViews views;

    ProjectionMeters(Projections projections, ProjectionWatch watch, ProjectionViews views) {
        this.projections = projections;
        this.watch = watch;
        this.views = views;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (String name : projections.names()) {
            gauge(meters, name, "position", "index of the event up to which all is shown", ProjectionView::position);
            gauge(meters, name, "behind", "events in the store that are not shown yet", ProjectionView::eventsBehind);
            gauge(meters, name, "generation", "number of the build that readers are shown", ProjectionView::generation);
            gauge(meters, name, "dead.letters", "events that are held back", view -> view.deadLetters()
                    .events());
            Gauge.builder("orderflow.projection.lag", () -> of(name, ProjectionMeters::lagSeconds))
                    .description("since when something is not shown")
                    .baseUnit("seconds")
                    .tag("projection", name)
                    .register(meters);
        }
    }

    private void gauge(
            MeterRegistry meters,
            String name,
            String what,
            String description,
            ToDoubleFunction<ProjectionView> value) {
        Gauge.builder("orderflow.projection." + what, () -> of(name, value))
                .description(description)
                .tag("projection", name)
                .register(meters);
    }

    private static double lagSeconds(ProjectionView view) {
        return view.lagMillis() == null ? Double.NaN : view.lagMillis() / 1_000.0;
    }

    /** Not a number while nothing is known. */
    private double of(String name, ToDoubleFunction<ProjectionView> value) {
        @Nullable Snapshot latest = watch.latest();
        return latest == null || views.shown(name, latest).isEmpty()
                ? Double.NaN
                : value.applyAsDouble(views.view(name, latest));
    }
}
