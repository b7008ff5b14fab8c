package io.orderflow.benchmarks.installation;

import io.orderflow.client.OrderflowClient;
import io.orderflow.client.RetryPolicy;
import io.orderflow.processes.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A command service and a query service that share their data, and how long each took to start. */
public final class Installation implements AutoCloseable {

    private final ServiceProcess command;
    private final ServiceProcess query;
    private final Duration commandStart;
    private final Duration queryStart;

    /** Starts both, one after the other, and waits until they are ready. */
    Installation(Path data, List<String> settings, List<String> jvm) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] all = settings.toArray(String[]::new);
        command = new ServiceProcess("command-service", data, all).withOnly(jvm);
        query = new ServiceProcess("query-service", data, all).withOnly(jvm);
        try {
            commandStart = timeToReady(command);
            queryStart = timeToReady(query);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Starts a process, and tells how long it took until it said it was ready. */
    public static Duration timeToReady(ServiceProcess process) {
        long start = System.nanoTime();
        process.startAndWait();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The command service. */
    public ServiceProcess command() {
        return command;
    }

    /** The query service. */
    public ServiceProcess query() {
        return query;
    }

    /** From the start of the command service's process until it was ready. */
    public Duration commandStart() {
        return commandStart;
    }

    /** From the start of the query service's process until it was ready, the command service being there. */
    public Duration queryStart() {
        return queryStart;
    }

    OrderflowClient client() {
        return OrderflowClient.builder()
                .commandUrl(command.url())
                .queryUrl(query.url())
                .requestTimeout(Duration.ofSeconds(60))
                .retries(RetryPolicy.forUpTo(Duration.ofSeconds(60)))
                .build();
    }

    @Override
    public void close() {
        query.close();
        command.close();
    }
}
