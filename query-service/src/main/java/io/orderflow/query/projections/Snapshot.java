package io.orderflow.query.projections;

import io.orderflow.platform.axon.TokenTable.SegmentToken;
import io.orderflow.query.platform.deadletter.DeadLetterTable;
import io.orderflow.query.platform.generation.Generation;
import io.orderflow.query.platform.generation.GenerationRow;
import io.orderflow.query.platform.generation.ProjectionFailures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of all projections at a time, the same whichever replica reads it.
 *
 * @param head the index of the newest event
 * @param generations all that have not been dropped
 * @param tokens by processor
 * @param paused the projections that stand still because somebody wants it
 * @param letters by processor
 * @param failures by processor
 */
record Snapshot(
        Instant at,
        long head,
        List<GenerationRow> generations,
        Map<String, List<SegmentToken>> tokens,
        Set<String> paused,
        Map<String, DeadLetterTable.Count> letters,
        Map<String, ProjectionFailures.Failure> failures) {

    List<SegmentToken> segments(Generation generation) {
        return tokens.getOrDefault(generation.processor(), List.of());
    }

    /** The lowest position of its segments; -1 if it has not begun. */
    long position(Generation generation) {
        return segments(generation).stream()
                .mapToLong(SegmentToken::position)
                .min()
                .orElse(-1);
    }

    DeadLetterTable.Count letters(Generation generation) {
        return letters.getOrDefault(generation.processor(), new DeadLetterTable.Count(0, 0));
    }

    ProjectionFailures.@Nullable Failure failure(Generation generation) {
        return failures.get(generation.processor());
    }

    Optional<ProjectionFailures.Failure> failureNow(Generation generation) {
        return Optional.ofNullable(failure(generation)).filter(failure -> failure.isRecent(at));
    }
}
