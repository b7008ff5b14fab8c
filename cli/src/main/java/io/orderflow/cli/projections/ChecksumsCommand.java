package io.orderflow.cli.projections;

import io.orderflow.cli.ServiceOptions;
import io.orderflow.cli.UserMistake;
import io.orderflow.client.Checksum;
import io.orderflow.client.OrderflowException;
import io.orderflow.client.Projection;
import io.orderflow.client.Projections;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code checksums}. */
@Command(
        name = "checksums",
        description =
                "Sums up what each read model holds: installations with the same events print the same lines, whatever "
                        + "they are stored in. Waits until everything is shown. Send no orders meanwhile.",
        sortOptions = false)
public final class ChecksumsCommand implements Callable<Integer> {

    private static final long LOOK_MILLIS = 500;
    private static final String LINE = "%-16s  %s  %,d rows%n";

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOptions services;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for read models that have not caught up (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Override
    public Integer call() throws InterruptedException {
        Projections projections = services.client(Duration.ofSeconds(patience)).projections();
        try {
            PrintWriter out = spec.commandLine().getOut();
            List<Projection> before = caughtUp(projections);
            for (Projection projection : before) {
                Checksum sum = projections.checksum(projection.name());
                out.printf(LINE, sum.name(), sum.checksum(), sum.rows());
            }
            out.flush();
            if (projections.list().get(0).head() != before.get(0).head()) {
                throw new UserMistake("Something was written meanwhile: ask again when no orders are sent.");
            }
            return 0;
        } catch (OrderflowException e) {
            throw new UserMistake("The query service of " + services + " does not answer: " + e.getMessage() + ".");
        }
    }

    /** All in the order of their names, when none is behind. */
    private List<Projection> caughtUp(Projections projections) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(patience).toNanos();
        while (true) {
            List<Projection> all = projections.list();
            Optional<Projection> behind =
                    all.stream().filter(projection -> !projection.isCaughtUp()).findFirst();
            if (behind.isEmpty()) {
                all.forEach(ChecksumsCommand::requireComplete);
                return all.stream()
                        .sorted(Comparator.comparing(Projection::name))
                        .toList();
            }
            if (System.nanoTime() > end) {
                throw new UserMistake(behind.get().name() + " has not caught up within " + patience + " s.");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static void requireComplete(Projection projection) {
        if (projection.deadLetters().events() > 0) {
            throw new UserMistake("%s holds back %d events: see ./run projections."
                    .formatted(projection.name(), projection.deadLetters().events()));
        }
    }
}
