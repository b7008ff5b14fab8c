package io.orderflow.benchmarks.installation;

import io.orderflow.benchmarks.Mode;
import io.orderflow.benchmarks.Plan;
import io.orderflow.client.OrderflowClient;
import io.orderflow.client.Projection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** All that is needed to measure: the services and what they run on, the references, and orders. */
public final class Bench implements AutoCloseable {

    /** The installation that everything but starts is measured at. */
    static final String MAIN = "main";

    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(5);
    private static final long LOOK_MILLIS = 50;

    private final Plan plan;
    private final Path folder;
    private final Database database;
    private final Installation main;
    private final OrderflowClient client;
    private final ReferenceProcess bareWeb;
    private final ReferenceProcess axonDefaults;
    private final KnownOrders orders;
    private final AtomicLong seeds = new AtomicLong(1);
    private final AtomicInteger starts = new AtomicInteger();

    /**
     * Starts the services and waits until they are ready.
     *
     * @param folder where all data goes
     */
    public Bench(Plan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
        database = plan.mode() == Mode.H2 ? new H2Files(folder) : new PostgresServer();
        bareWeb = new ReferenceProcess("bare-web", folder, List::of, plan.jvm());
        axonDefaults = new ReferenceProcess("axon-defaults", folder, database::plainSettings, plan.jvm());
        try {
            main = new Installation(folder, database.settings(MAIN), plan.jvm());
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
        client = main.client();
        orders = new KnownOrders(this);
    }

    /** How much is to be measured. */
    public Plan plan() {
        return plan;
    }

    /** The services. */
    public Installation services() {
        return main;
    }

    /** Where commands go. */
    public URI commands() {
        return main.command().url();
    }

    /** Where queries go. */
    public URI queries() {
        return main.query().url();
    }

    /** A client of both, for what need not be quick. */
    public OrderflowClient client() {
        return client;
    }

    /** The database of the services. */
    public Database database() {
        return database;
    }

    /** A Spring Boot application that does nothing but answer. */
    public ReferenceProcess bareWeb() {
        return bareWeb;
    }

    /** The same kind of order on the defaults of Axon and Spring. */
    public ReferenceProcess axonDefaults() {
        return axonDefaults;
    }

    /** Orders that are there. */
    public KnownOrders orders() {
        return orders;
    }

    /** Other orders than any that were sent before. */
    public SampleOrders newOrders() {
        return new SampleOrders(new SplittableRandom(seeds.getAndIncrement()));
    }

    /** Starts services beside, with nothing in them. */
    public Installation startAnother() {
        String name = "start" + starts.incrementAndGet();
        return new Installation(folder.resolve(name), database.settings(name), plan.jvm());
    }

    /** Waits until the read models have all that is in the store: what they still do would be measured with what comes next. */
    public void settle() {
        long end = System.nanoTime() + SETTLED_WITHIN.toNanos() + plan.orders() * 1_000_000L * 20;
        while (client.projections().list().stream()
                        .mapToLong(Projection::eventsBehind)
                        .sum()
                > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the read models do not catch up: "
                        + client.projections().list());
            }
            pause(Duration.ofMillis(LOOK_MILLIS));
        }
    }

    /** Lets time go by in which nothing is asked. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** All processes that may use the machine, by name. */
    public Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> processes = new LinkedHashMap<>();
        processes.put("command-service", main.command().handle());
        processes.put("query-service", main.query().handle());
        processes.put("driver", ProcessHandle.current());
        processes.putAll(database.processes());
        bareWeb.started().ifPresent(process -> processes.put("bare-web", process));
        axonDefaults.started().ifPresent(process -> processes.put("axon-defaults", process));
        return processes;
    }

    @Override
    public void close() {
        try (database;
                main;
                axonDefaults;
                bareWeb) {
            // the last one first, each whatever becomes of the others
        }
    }
}
