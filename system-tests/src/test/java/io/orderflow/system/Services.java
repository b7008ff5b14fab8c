package io.orderflow.system;

import io.orderflow.client.OrderflowClient;
import io.orderflow.client.RetryPolicy;
import io.orderflow.processes.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The command service and the query service on one data folder, and a client of both. */
public final class Services implements AutoCloseable {

    /** A setting of command services: a machine that is busy with other tests is no fault. */
    static final String PATIENT = "--orderflow.command.decide-within=10s";

    /** The command service. */
    public final ServiceProcess command;

    /** The query service, whose page sends commands to the other one. */
    public final ServiceProcess query;

    /** A client of both. */
    public final OrderflowClient client;

    private Services(Path data, Duration paymentTimeout, String... settings) {
        List<String> ofCommands = new ArrayList<>(List.of(settings));
        ofCommands.add(PATIENT);
        ofCommands.add("--orderflow.fulfilment.payment-timeout=" + paymentTimeout.toSeconds() + "s");
        command = new ServiceProcess("command-service", data, ofCommands.toArray(String[]::new));
        List<String> ofQueries = new ArrayList<>(List.of(settings));
        ofQueries.add("--orderflow.page.command-url=" + command.url());
        query = new ServiceProcess("query-service", data, ofQueries.toArray(String[]::new));
        client = OrderflowClient.builder()
                .commandUrl(command.url())
                .queryUrl(query.url())
                .retries(RetryPolicy.forUpTo(Duration.ofSeconds(60)))
                .build();
    }

    /**
     * Starts both and waits until they are ready.
     *
     * @param data the folder of their files and logs
     * @param settings of both
     */
    public static Services start(Path data, String... settings) {
        return start(data, Duration.ofSeconds(10), settings);
    }

    /** The same, with another time after which a payment that stays unanswered ends its order. */
    public static Services start(Path data, Duration paymentTimeout, String... settings) {
        Services services = new Services(data, paymentTimeout, settings);
        try {
            services.command.startAndWait();
            services.query.startAndWait();
            return services;
        } catch (RuntimeException | Error e) {
            services.close();
            throw e;
        }
    }

    @Override
    public void close() {
        query.close();
        command.close();
    }
}
