package io.orderflow.system;

import io.orderflow.client.OrderflowClient;
import io.orderflow.client.RetryPolicy;
import java.nio.file.Path;
import java.time.Duration;

/** The command service and the query service on one data folder, and a client of both. */
final class Services implements AutoCloseable {

    final ServiceProcess command;
    final ServiceProcess query;
    final OrderflowClient client;

    private Services(Path data, Duration paymentTimeout) {
        command = new ServiceProcess(
                "command-service", data, "--orderflow.fulfilment.payment-timeout=" + paymentTimeout.toSeconds() + "s");
        query = new ServiceProcess("query-service", data);
        client = OrderflowClient.builder()
                .commandUrl(command.url())
                .queryUrl(query.url())
                .retries(RetryPolicy.forUpTo(Duration.ofSeconds(60)))
                .build();
    }

    static Services start(Path data) {
        return start(data, Duration.ofSeconds(10));
    }

    static Services start(Path data, Duration paymentTimeout) {
        Services services = new Services(data, paymentTimeout);
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
