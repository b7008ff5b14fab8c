package io.orderflow.cli.importer;

import io.orderflow.cli.ServiceOptions;
import io.orderflow.cli.UserMistake;
import io.orderflow.client.ApiProblem;
import io.orderflow.client.OrderFilter;
import io.orderflow.client.OrderflowClient;
import io.orderflow.client.OrderflowException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import FILE}. */
@Command(
        name = "import",
        description =
                "Imports a CSV file of order lines: customers, stock enough for them, and orders, placed and shipped "
                        + "on their dates. May be run again at any time: what is there already is left as it is.",
        sortOptions = false)
public final class ImportCommand implements Callable<Integer> {

    private static final Duration NOT_THERE_AT_ALL = Duration.ofSeconds(5);
    private static final Duration ONE_CALL = Duration.ofSeconds(20);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOptions services;

    @Parameters(paramLabel = "FILE", description = "UTF-8, comma separated, with a header line.")
    private Path file;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "16",
            description = "How many requests are sent side by side (default: ${DEFAULT-VALUE}).")
    private int workers;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "180",
            description = "Gives up when nothing has moved for so long, e.g. because a service is away "
                    + "(default: ${DEFAULT-VALUE}).")
    private int patience;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (workers < 1 || workers > 256) {
            throw new UserMistake("--workers must be from 1 to 256.");
        }
        OrderBook book = OrderFile.read(file);
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d orders with %,d lines, %,d customers, %,d products, %,.2f USD%s",
                file.getFileName(),
                book.orders().size(),
                book.lineCount(),
                book.customers().size(),
                book.products().size(),
                book.total(),
                book.bad().isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT, "; %,d bad lines", book.bad().size())));
        out.flush();
        checkThatServicesAreThere();
        Duration inAll = Duration.ofSeconds(patience);
        Duration oneCall = inAll.compareTo(ONE_CALL) < 0 ? inAll : ONE_CALL;
        Pipeline pipeline = new Pipeline(workers, inAll);
        ImportReport report = new OrderImport(services.client(oneCall), pipeline, out).run(book);
        report.print(out, err);
        return report.failures().isEmpty() ? 0 : 1;
    }

    /** A mistyped address should not take minutes to be told. */
    private void checkThatServicesAreThere() {
        OrderflowClient client = services.client(NOT_THERE_AT_ALL);
        try {
            client.orders().list(OrderFilter.all().page(1, 1));
            // no order of a file has an empty id, so this has no effect and is answered with ORDER_NOT_FOUND
            client.orders().deliver(FileIds.order(""));
        } catch (ApiProblem e) {
            boolean isOurs = !e.code().startsWith("HTTP_");
            if (!isOurs || e.status() >= 500) {
                throw new UserMistake("The services at " + services + " answer with an error: " + e.getMessage() + ".");
            }
        } catch (OrderflowException e) {
            throw new UserMistake("The services at " + services + " do not answer: " + e.getMessage() + ".");
        }
    }
}
