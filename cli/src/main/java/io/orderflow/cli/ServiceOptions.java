package io.orderflow.cli;

import io.orderflow.client.OrderflowClient;
import io.orderflow.client.RetryPolicy;
import java.net.URI;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Where the services are. */
public final class ServiceOptions {

    @Option(
            names = "--command-url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "Command service (default: ${DEFAULT-VALUE}).")
    private URI commandUrl = URI.create("http://localhost:8080");

    @Option(
            names = "--query-url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8081",
            description = "Query service (default: ${DEFAULT-VALUE}).")
    private URI queryUrl = URI.create("http://localhost:8081");

    /** A client that bears with a service being away for so long. */
    public OrderflowClient client(Duration patience) {
        return OrderflowClient.builder()
                .commandUrl(commandUrl)
                .queryUrl(queryUrl)
                .requestTimeout(Duration.ofSeconds(15))
                .retries(RetryPolicy.forUpTo(patience))
                .build();
    }

    @Override
    public String toString() {
        return commandUrl + " and " + queryUrl;
    }
}
