package io.orderflow.benchmarks.measurements;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.report.Figure;
import io.orderflow.benchmarks.report.Target;
import io.orderflow.client.Projections;
import io.orderflow.client.Replay;
import java.time.Duration;
import java.util.List;

/** Each read model built anew from all events there are, one after the other, with no readers beside. */
final class ReplayReadModels implements Measurement {

    private static final List<String> READ_MODELS = List.of(
            "order-details",
            "order-list",
            "order-search",
            "order-history",
            "stock-levels",
            "customers",
            "sales-statistics");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final long PATIENCE_NANOS = Duration.ofMinutes(5).toNanos();
    private static final long NANOS_AN_EVENT = Duration.ofMillis(20).toNanos();

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public List<Figure> figures(Plan plan) {
        return READ_MODELS.stream()
                .map(readModel -> Figure.of("replay/" + readModel, "replay " + readModel, "events/s")
                        .shallBe(Target.atLeastTimes(0.1, "raw-read/rate")))
                .toList();
    }

    @Override
    public void measure(Bench bench, Values values) throws Exception {
        bench.orders().some();
        bench.settle();
        for (String readModel : READ_MODELS) {
            Replay replay = replay(bench.client().projections(), readModel);
            if (replay.state() != Replay.State.DONE || replay.endedAt() == null) {
                throw new IllegalStateException("the replay of " + readModel + " has failed: " + replay.cause());
            }
            Duration took = Duration.between(replay.startedAt(), replay.endedAt());
            values.put("replay/" + readModel, replay.target() / (took.toNanos() / 1e9));
        }
    }

    private static Replay replay(Projections projections, String readModel) {
        Replay replay = projections.replay(readModel);
        long end = System.nanoTime() + PATIENCE_NANOS + replay.target() * NANOS_AN_EVENT;
        while (replay.state() == Replay.State.RUNNING) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the replay of " + readModel + " does not end: " + replay);
            }
            Bench.pause(BETWEEN_LOOKS);
            replay = projections.currentReplay(readModel).orElseThrow();
        }
        return replay;
    }
}
