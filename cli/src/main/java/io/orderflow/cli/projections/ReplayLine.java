package io.orderflow.cli.projections;

import io.orderflow.client.Replay;
import java.util.Locale;

/** How far a replay is, on one line. */
final class ReplayLine {

    private static final int WIDTH = 30;

    private ReplayLine() {}

    static String of(Replay replay) {
        int done = (int) Math.round(WIDTH * replay.progress());
        String bar = "=".repeat(done) + " ".repeat(WIDTH - done);
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "generation %d [%s] %3.0f %%",
                replay.generation(),
                bar,
                Math.floor(100 * replay.progress())));
        if (replay.position() != null && replay.head() != null) {
            line.append(String.format(
                    Locale.ROOT,
                    "  %,d of %,d",
                    Math.max(0, replay.position()),
                    Math.max(replay.target(), replay.head())));
        }
        if (replay.eventsPerSecond() != null && replay.eventsPerSecond() > 0) {
            line.append(String.format(Locale.ROOT, "  %,.0f/s", replay.eventsPerSecond()));
        }
        if (replay.remainingSeconds() != null) {
            line.append(String.format(Locale.ROOT, "  about %,d s left", replay.remainingSeconds()));
        }
        if (replay.cause() != null) {
            line.append("  ").append(replay.cause());
        }
        return line.toString();
    }
}
