package io.orderflow.command.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.platform.axonserver.SilentAxonServer;
import io.orderflow.platform.eventstore.CommandTraces;
import io.orderflow.platform.eventstore.EventSource;
import io.orderflow.platform.postgres.TestPostgres;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.axonserver.connector.event.axon.EventProcessorInfoConfiguration;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ActiveProfiles("axonserver")
class CommandServiceWiringOnAxonServerTest extends CommandServiceWiring {

    private static final SilentAxonServer SERVER = new SilentAxonServer();

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry properties) {
        properties.add("axon.axonserver.servers", SERVER::address);
        TestPostgres.use(properties, TestPostgres.newDatabase());
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Override
    String appendSignal() {
        return "AxonServerAppendSignal";
    }

    @Override
    String databases() {
        return "PostgresDatabases";
    }

    @Override
    Class<? extends CommandBus> commandBus() {
        return AxonServerCommandBus.class;
    }

    @Override
    Class<? extends EventBus> eventStore() {
        return AxonServerEventStore.class;
    }

    @Override
    Class<? extends EventSource> eventSource() {
        return only(EventSource.class).getClass();
    }

    @Override
    String[] processors() {
        return new String[] {"order-fulfilment", "payment-gateway", "command-traces"};
    }

    @Test
    void nothing_is_left_that_would_store_events_in_a_database() {
        assertThat(context.getBeansOfType(EventStorageEngine.class)).isEmpty();
        assertThat(context.containsBean("eventStoreDataSource")).isFalse();
        assertThat(only(EventSource.class).getClass().getSimpleName()).isEqualTo("AxonServerEventSource");
        assertThat(only(EventBus.class).getClass().getSimpleName()).isEqualTo("AxonServerEvents");
        assertThat(only(CommandTraces.class).getClass().getSimpleName()).isEqualTo("RecordedCommandTraces");
        assertThat(only(EventProcessorInfoConfiguration.class)).isNotNull();
    }

    @Test
    void health_tells_of_the_connection() {
        HealthIndicator axonServer = context.getBean("axonServerHealthIndicator", HealthIndicator.class);

        assertThat(axonServer.health().getStatus()).isEqualTo(Status.UP);
    }

    /** Only a real server could say so. */
    @Override
    void a_command_that_nobody_handles_is_a_specific_error() {}
}
