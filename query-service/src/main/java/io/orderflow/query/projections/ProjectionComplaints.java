package io.orderflow.query.projections;

import io.orderflow.api.projection.ProjectionState;
import io.orderflow.api.projection.ReplayView;
import io.orderflow.platform.axon.ProcessorComplaints;
import io.orderflow.query.platform.generation.GenerationRow;
import io.orderflow.query.platform.generation.GenerationState;
import io.orderflow.query.platform.generation.ProjectionFailures;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why readers should not be sent to this service: a projection that does not work, or is too far behind. */
@Component
class ProjectionComplaints implements ProcessorComplaints {

    private final ProjectionWatch watch;
    private final ProjectionViews views;
    private final ProjectionSettings settings;

    ProjectionComplaints(ProjectionWatch watch, ProjectionViews views, ProjectionSettings settings) {
        this.watch = watch;
        this.views = views;
        this.settings = settings;
    }

    @Override
    public Optional<String> about(String processor) {
        @Nullable Snapshot latest = watch.latest();
        return latest == null
                ? Optional.empty()
                : views.shown(processor, latest).flatMap(row -> about(row, latest));
    }

    private Optional<String> about(GenerationRow row, Snapshot now) {
        ProjectionState state = views.state(row, now);
        if (state == ProjectionState.PAUSED) {
            return Optional.of("paused");
        }
        if (state == ProjectionState.FAILING) {
            return now.failureNow(row.generation()).map(ProjectionComplaints::failing);
        }
        if (state == ProjectionState.STOPPED) {
            return Optional.of("stopped");
        }
        if (!row.is(GenerationState.LIVE)) {
            ReplayView building = views.replay(row, now);
            return Optional.of("is built for this version: %d %%".formatted((int) (100 * building.progress())));
        }
        return tooFarBehind(row, now);
    }

    private static String failing(ProjectionFailures.Failure failure) {
        return failure.cause().equals(DeadLetterQueueOverflowException.class.getSimpleName())
                ? "failing: it has more dead letters than it may (" + failure.cause() + ")"
                : "failing: " + failure.cause();
    }

    /** A store in which nothing happens makes nobody late. */
    private Optional<String> tooFarBehind(GenerationRow row, Snapshot now) {
        @Nullable Instant asOf = views.asOf(row, now);
        if (asOf == null || now.position(row.generation()) >= now.head()) {
            return Optional.empty();
        }
        Duration lag = Duration.between(asOf, now.at());
        return lag.compareTo(settings.lagAtMost()) > 0
                ? Optional.of("%d s behind".formatted(lag.toSeconds()))
                : Optional.empty();
    }
}
