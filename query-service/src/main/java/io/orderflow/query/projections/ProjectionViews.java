package io.orderflow.query.projections;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.projection.DeadLetterCount;
import io.orderflow.api.projection.ProjectionFailure;
import io.orderflow.api.projection.ProjectionState;
import io.orderflow.api.projection.ProjectionView;
import io.orderflow.api.projection.ReplayView;
import io.orderflow.api.projection.SegmentView;
import io.orderflow.platform.axon.TokenTable.SegmentToken;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.query.platform.deadletter.DeadLetterTable;
import io.orderflow.query.platform.freshness.ReadPositions;
import io.orderflow.query.platform.generation.Generation;
import io.orderflow.query.platform.generation.GenerationRow;
import io.orderflow.query.platform.generation.GenerationState;
import io.orderflow.query.platform.generation.ProjectionFailures;
import io.orderflow.query.platform.generation.Projections;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of what is recorded what operators are shown. */
@Component
class ProjectionViews {

    private final Projections projections;
    private final ProjectionWatch watch;
    private final ReadPositions positions;

    ProjectionViews(Projections projections, ProjectionWatch watch, ReadPositions positions) {
        this.projections = projections;
        this.watch = watch;
        this.positions = positions;
    }

    /** @throws ProblemException if there is no such projection */
    void check(String name) {
        if (!projections.names().contains(name)) {
            throw new ProblemException(ErrorCode.PROJECTION_NOT_FOUND, "There is no projection " + name);
        }
    }

    List<ProjectionView> all() {
        Snapshot now = watch.now();
        return projections.names().stream()
                .filter(name -> shown(name, now).isPresent())
                .map(name -> view(name, now))
                .toList();
    }

    ProjectionView of(String name) {
        return view(name, watch.now());
    }

    /** The generation of a projection that readers are shown, or that is being built to be. */
    Optional<GenerationRow> shown(String name, Snapshot now) {
        return projections.shown(name, now.generations());
    }

    /** The same as it is now. */
    Generation shown(String name) {
        return projections
                .shown(name, projections.generations())
                .map(GenerationRow::generation)
                .orElseThrow(() -> new ProblemException(ErrorCode.UNAVAILABLE, name + " is not there yet"));
    }

    ProjectionView view(String name, Snapshot now) {
        GenerationRow row = shown(name, now)
                .orElseThrow(() -> new ProblemException(ErrorCode.UNAVAILABLE, name + " is not there yet"));
        Generation generation = row.generation();
        long position = position(row, now);
        Instant asOf = asOf(row, now);
        DeadLetterTable.Count letters = now.letters(generation);
        return new ProjectionView(
                name,
                state(row, now),
                generation.number(),
                position,
                now.head(),
                now.head() - Math.min(now.head(), Math.max(0, position)),
                asOf,
                asOf == null
                        ? null
                        : Math.max(0, Duration.between(asOf, now.at()).toMillis()),
                watch.rate(row),
                now.segments(generation).stream()
                        .map(segment -> view(segment, now.head()))
                        .toList(),
                new DeadLetterCount(letters.sequences(), letters.events()),
                view(now.failure(generation)),
                building(name, now).map(next -> replay(next, now)).orElse(null));
    }

    private static SegmentView view(SegmentToken segment, long head) {
        return new SegmentView(segment.segment(), segment.position(), segment.owner(), isReplaying(segment, head));
    }

    /** A token that has come to the end of the replay says that it replays until there is another event. */
    private static boolean isReplaying(SegmentToken segment, long head) {
        return segment.replaying() && segment.position() < head;
    }

    private static @Nullable ProjectionFailure view(ProjectionFailures.@Nullable Failure failure) {
        return failure == null ? null : new ProjectionFailure(failure.at(), failure.cause());
    }

    /** Tokens that move over what does not concern their segment are stored now and then only; this process may know more. */
    private long position(GenerationRow row, Snapshot now) {
        long stored = now.position(row.generation());
        return row.is(GenerationState.LIVE) && positions.isReadHereAlone(row.group())
                ? positions.position(row.group()).orElse(stored)
                : stored;
    }

    /** Up to when everything is shown; null of what is not shown yet, or while nobody knows. */
    @Nullable
    Instant asOf(GenerationRow row, Snapshot now) {
        if (!row.is(GenerationState.LIVE)) {
            return null;
        }
        String name = row.group();
        return positions
                .asOf(name)
                .or(() -> positions.asOf(name, now.position(row.generation())))
                .orElse(null);
    }

    ProjectionState state(GenerationRow row, Snapshot now) {
        String name = row.group();
        List<SegmentToken> segments = now.segments(row.generation());
        boolean allOwned = segments.stream().allMatch(segment -> segment.owner() != null);
        if (now.paused().contains(name)) {
            return ProjectionState.PAUSED;
        }
        if (now.failureNow(row.generation())
                .filter(failure -> failure.isRepeated() || !allOwned)
                .isPresent()) {
            return ProjectionState.FAILING;
        }
        if (segments.stream().allMatch(segment -> segment.owner() == null)) {
            return ProjectionState.STOPPED;
        }
        if (segments.stream().anyMatch(segment -> isReplaying(segment, now.head()))) {
            return ProjectionState.REPLAYING;
        }
        return building(name, now).isPresent() ? ProjectionState.REBUILDING : ProjectionState.RUNNING;
    }

    private static Optional<GenerationRow> building(String name, Snapshot now) {
        return now.generations().stream()
                .filter(row -> row.group().equals(name) && row.is(GenerationState.BUILDING))
                .findFirst();
    }

    ReplayView replay(GenerationRow row, Snapshot now) {
        return ReplayViews.view(row, now, watch.rate(row));
    }
}
