package io.orderflow.benchmarks;

import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.machine.Quiet;
import io.orderflow.benchmarks.measurements.Measurement;
import io.orderflow.benchmarks.report.Report;
import io.orderflow.benchmarks.report.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code ./run bench}. */
@Command(
        name = "bench",
        description = "Measures both services and, in the same run, what they are compared with. "
                + "docs/performance.md says what each figure is.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Benchmarks implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "h2",
            description = "h2, or postgres with a server of its own (default: ${DEFAULT-VALUE}).")
    private Mode mode = Mode.H2;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Measures these, and what they are compared with. Names: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Selection.Names.class)
    private List<String> only = List.of();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How long each load is measured (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "Commands a second in the open loop (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Writes so many orders to the store first; a million takes hours (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Option(names = "--quick", description = "Only shows that everything can be measured; takes less than a minute.")
    private boolean quick;

    @Option(names = "--output", paramLabel = "FILE", description = "Writes all rounds to this file, as JSON.")
    private @Nullable Path output;

    private Benchmarks() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Benchmarks()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Measurement> measurements = selected();
        Plan plan = plan();
        Path folder = Files.createTempDirectory("orderflow-bench");
        try {
            Report report = measure(plan, measurements, folder, out);
            Table.of(report).forEach(out::println);
            if (output != null) {
                report.write(output);
            }
            return 0;
        } finally {
            out.flush();
            delete(folder);
        }
    }

    private static Report measure(Plan plan, List<Measurement> measurements, Path folder, PrintWriter out) {
        Quiet before = Quiet.look();
        show(out, "starting the services");
        try (Bench bench = new Bench(plan, folder)) {
            return new Run(plan, measurements, step -> show(out, step)).on(bench, before);
        }
    }

    private List<Measurement> selected() {
        try {
            return Selection.of(only, plan());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private Plan plan() {
        if (rounds < 1 || seconds < 1 || rate < 1 || orders < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--rounds, --seconds and --rate must be at least 1, --orders at least 0.");
        }
        return quick ? Plan.quick(mode, orders) : Plan.full(mode, rounds, seconds, rate, orders);
    }

    private static void show(PrintWriter out, String step) {
        out.println(step);
        out.flush();
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) { // it is in the folder for what is temporary
            System.err.println(folder + " remains: " + e);
        }
    }
}
