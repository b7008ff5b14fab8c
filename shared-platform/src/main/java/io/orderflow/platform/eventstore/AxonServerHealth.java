package io.orderflow.platform.eventstore;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether there is a connection to Axon Server. Axon has an indicator too, for a Spring Boot before 4 only. */
final class AxonServerHealth implements HealthIndicator {

    private final AxonServerConnectionManager connections;
    private final AxonServerConfiguration server;

    AxonServerHealth(AxonServerConnectionManager connections, AxonServerConfiguration server) {
        this.connections = connections;
        this.server = server;
    }

    @Override
    public Health health() {
        boolean connected = connections.isConnected(server.getContext());
        return (connected ? Health.up() : Health.down())
                .withDetail("context", server.getContext())
                .withDetail("connection", connected ? "connected" : "not connected, tries again by itself")
                .build();
    }
}
