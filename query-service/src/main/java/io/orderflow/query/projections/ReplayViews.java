package io.orderflow.query.projections;

import io.orderflow.api.projection.ReplayState;
import io.orderflow.api.projection.ReplayView;
import io.orderflow.query.platform.generation.GenerationRow;
import io.orderflow.query.platform.generation.ProjectionFailures;
import io.orderflow.query.platform.generation.ReplayOutcome;

/** How far a replay is, and how it ended. */
final class ReplayViews {

    private ReplayViews() {}

    /** @param rate events a second that it reads */
    static ReplayView view(GenerationRow row, Snapshot now, double rate) {
        ReplayOutcome outcome = row.outcome();
        return outcome == null ? running(row, now, rate) : ended(row, outcome);
    }

    private static ReplayView running(GenerationRow row, Snapshot now, double rate) {
        long position = now.position(row.generation());
        long last = Math.max(row.target(), now.head());
        long read = Math.max(0, position);
        long behind = Math.max(0, last - read);
        return new ReplayView(
                ReplayState.RUNNING,
                row.generation().number(),
                row.target(),
                position,
                now.head(),
                behind,
                last <= 0 ? 1 : Math.min(1, Math.floor(1_000.0 * read / last) / 1_000),
                rate,
                rate > 0 ? (long) Math.ceil(behind / rate) : null,
                row.startedAt(),
                null,
                now.failureNow(row.generation())
                        .map(ProjectionFailures.Failure::cause)
                        .orElse(null));
    }

    private static ReplayView ended(GenerationRow row, ReplayOutcome outcome) {
        return new ReplayView(
                ReplayState.valueOf(outcome.name()),
                row.generation().number(),
                row.target(),
                null,
                null,
                null,
                outcome == ReplayOutcome.DONE ? 1 : 0,
                null,
                null,
                row.startedAt(),
                row.endedAt(),
                row.cause());
    }
}
