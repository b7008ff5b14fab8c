package io.orderflow.system.faults;

import io.orderflow.client.OrderflowClient;
import io.orderflow.client.RetryPolicy;
import io.orderflow.platform.network.FaultProxy;
import io.orderflow.processes.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Services that belong together, as many of each as there shall be, and clients that take them in turn. */
final class Installation implements AutoCloseable {

    /** Unless told otherwise, longer than an outage in these tests: a payment that was asked for must not run out in one. */
    private static final String PAYMENT_TIMEOUT = "--orderflow.fulfilment.payment-timeout=";

    private static final Duration TRY_AT_MOST = Duration.ofSeconds(10);

    final List<ServiceProcess> commands = new ArrayList<>();
    final List<ServiceProcess> queries = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<OrderflowClient> oneTry = new ArrayList<>();
    private final List<OrderflowClient> impatient = new ArrayList<>();
    private final List<OrderflowClient> patient = new ArrayList<>();

    /** One of each service, in the embedded mode. */
    static Installation embedded(Path data, String... settings) {
        return new Installation(data, 1, settings);
    }

    /**
     * Starts nothing yet.
     *
     * @param data the folder of the first of each; others have a folder in it, for their logs
     * @param settings of all of them
     */
    Installation(Path data, int replicas, String... settings) {
        List<String> ofCommands = new ArrayList<>(List.of(settings));
        if (ofCommands.stream().noneMatch(setting -> setting.startsWith(PAYMENT_TIMEOUT))) {
            ofCommands.add(PAYMENT_TIMEOUT + "300s");
        }
        for (int replica = 0; replica < replicas; replica++) {
            Path folder = replica == 0 ? data : data.resolve("replica-" + replica);
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            commands.add(new ServiceProcess("command-service", folder, ofCommands.toArray(String[]::new)));
            queries.add(new ServiceProcess("query-service", folder, settings));
            connect(commands.get(replica).url(), queries.get(replica).url());
        }
    }

    private void connect(URI command, URI query) {
        oneTry.add(client(command, query, RetryPolicy.never()));
        impatient.add(client(command, query, RetryPolicy.forUpTo(Duration.ofSeconds(1))));
        patient.add(client(command, query, RetryPolicy.forUpTo(Duration.ofSeconds(90))));
    }

    /** Has clients come to the only command service by way of a proxy. */
    Installation through(FaultProxy proxy) {
        List.of(oneTry, impatient, patient).forEach(List::clear);
        connect(URI.create("http://127.0.0.1:" + proxy.port()), queries.get(0).url());
        return this;
    }

    private static OrderflowClient client(URI command, URI query, RetryPolicy retries) {
        return OrderflowClient.builder()
                .commandUrl(command)
                .queryUrl(query)
                .requestTimeout(TRY_AT_MOST)
                .retries(retries)
                .build();
    }

    /** Starts all of them and waits until they are ready. */
    Installation start() {
        try {
            // the first command service makes the store
            commands.get(0).startAndWait();
            others().forEach(ServiceProcess::start);
            all().forEach(ServiceProcess::waitUntilReady);
            return this;
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Ends all of them as Ctrl-C does and starts them again. */
    void restart() {
        all().forEach(ServiceProcess::stop);
        start();
    }

    Stream<ServiceProcess> all() {
        return Stream.concat(commands.stream(), queries.stream());
    }

    private Stream<ServiceProcess> others() {
        return all().filter(service -> service != commands.get(0));
    }

    /** Tries once. */
    OrderflowClient oneTry() {
        return next(oneTry);
    }

    /** Tries again for a second. */
    OrderflowClient impatient() {
        return next(impatient);
    }

    /** Tries again for longer than any outage lasts. */
    OrderflowClient patient() {
        return next(patient);
    }

    /** Tries again for longer than any outage lasts, at this replica only. */
    OrderflowClient patient(int replica) {
        return patient.get(replica % patient.size());
    }

    private OrderflowClient next(List<OrderflowClient> clients) {
        return clients.get(Math.floorMod(turn.getAndIncrement(), clients.size()));
    }

    /** Lets time go by: a fault lasts, and nothing says for how long. */
    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        queries.forEach(ServiceProcess::close);
        commands.forEach(ServiceProcess::close);
    }
}
