package io.orderflow.cli.projections;

import io.orderflow.cli.ServiceOptions;
import io.orderflow.cli.Terminal;
import io.orderflow.cli.UserMistake;
import io.orderflow.client.ApiProblem;
import io.orderflow.client.OrderflowException;
import io.orderflow.client.Projections;
import io.orderflow.client.Replay;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay NAME}. */
@Command(
        name = "replay",
        description =
                "Builds a read model anew while readers go on reading the one that is there, and shows how far it is. "
                        + "Ctrl-C ends the showing only. Ends with 1 if the replay fails or is cancelled.",
        sortOptions = false)
public final class ReplayCommand implements Callable<Integer> {

    private static final long LOOK_MILLIS = 500;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOptions services;

    @Parameters(paramLabel = "NAME", description = "The projection, such as order-list.")
    private String name;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Gives up looking when the service is away for so long (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Projections projections = services.client(Duration.ofSeconds(patience)).projections();
        try {
            Replay replay = follow(projections, begin(projections, out), out);
            out.println(name + ": " + outcome(replay));
            out.flush();
            return replay.state() == Replay.State.DONE ? 0 : 1;
        } catch (OrderflowException e) {
            throw new UserMistake(name + ": " + e.getMessage() + ".");
        }
    }

    /** One that is running already is as good. */
    private Replay begin(Projections projections, PrintWriter out) {
        try {
            return projections.replay(name);
        } catch (ApiProblem e) {
            if (e.is("REPLAY_RUNNING")) {
                out.println(name + ": a replay is running already.");
                return projections.currentReplay(name).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    private Replay follow(Projections projections, Replay begun, PrintWriter out) throws InterruptedException {
        boolean isWatched = Terminal.isThere();
        Replay now = begun;
        int shownPercent = -1;
        while (now.state() == Replay.State.RUNNING) {
            int percent = (int) (100 * now.progress());
            if (isWatched) {
                out.print("\r\u001b[K" + name + " " + ReplayLine.of(now));
            } else if (percent / 10 != shownPercent / 10 || shownPercent < 0) {
                out.println(name + " " + ReplayLine.of(now));
                shownPercent = percent;
            }
            out.flush();
            Thread.sleep(LOOK_MILLIS);
            now = projections.currentReplay(name).orElse(now);
        }
        if (isWatched) {
            out.print("\r\u001b[K");
        }
        return now;
    }

    private static String outcome(Replay replay) {
        String took = replay.endedAt() == null
                ? ""
                : " after %.1f s"
                        .formatted(Duration.between(replay.startedAt(), replay.endedAt())
                                        .toMillis()
                                / 1_000.0);
        return switch (replay.state()) {
            case DONE -> "generation " + replay.generation() + " is live" + took + ".";
            case CANCELLED -> "cancelled" + took + ".";
            default -> "failed" + took + (replay.cause() == null ? "." : ": " + replay.cause() + ".");
        };
    }
}
