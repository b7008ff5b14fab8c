package io.orderflow.cli.projections;

import io.orderflow.cli.ServiceOptions;
import io.orderflow.cli.UserMistake;
import io.orderflow.client.OrderflowException;
import io.orderflow.client.Projection;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code projections}. */
@Command(
        name = "projections",
        description = "Shows how the projections, which fill the read models, are doing.",
        sortOptions = false)
public final class ProjectionsCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String ROW = "%-16s  %-10s  %3s  %9s  %9s  %9s  %9s  %-9s  %s%n";

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOptions services;

    @Override
    public Integer call() {
        List<Projection> all;
        try {
            all = services.client(PATIENCE).projections().list();
        } catch (OrderflowException e) {
            throw new UserMistake("The query service of " + services + " does not answer: " + e.getMessage() + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                ROW, "PROJECTION", "STATE", "GEN", "POSITION", "BEHIND", "LAG", "EVENTS/S", "LETTERS", "WORKED FOR BY");
        all.forEach(projection -> print(projection, out));
        out.flush();
        return 0;
    }

    private static void print(Projection projection, PrintWriter out) {
        List<String> owners = projection.segments().stream()
                .map(Projection.Segment::owner)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        out.printf(
                ROW,
                projection.name(),
                projection.state(),
                projection.generation(),
                grouped(projection.position()),
                grouped(projection.eventsBehind()),
                lag(projection),
                grouped(Math.round(projection.eventsPerSecond())),
                grouped(projection.deadLetters().events()),
                String.join(", ", owners));
        if (projection.failure() != null && projection.state().equals("FAILING")) {
            out.printf(
                    "  %s at %s%n",
                    projection.failure().cause(), projection.failure().at());
        }
        if (projection.replay() != null) {
            out.printf("  %s%n", ReplayLine.of(projection.replay()));
        }
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String lag(Projection projection) {
        Long millis = projection.lagMillis();
        if (millis == null) {
            return "?";
        }
        return millis < 10_000 ? millis + " ms" : grouped(millis / 1_000) + " s";
    }
}
