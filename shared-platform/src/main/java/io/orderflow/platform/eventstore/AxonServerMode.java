package io.orderflow.platform.eventstore;

import io.orderflow.platform.database.Databases;
import io.orderflow.platform.postgres.PostgresDatabases;
import io.orderflow.platform.postgres.PostgresDurability;
import io.orderflow.platform.postgres.PostgresSettings;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.axonserver.connector.event.axon.EventProcessorInfoConfiguration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;

/**
 * Events on Axon Server, all else in databases. Axon's own auto-configuration stays off here too: what is not declared
 * does not exist.
 */
@Configuration(proxyBeanMethods = false)
@Profile("axonserver")
@Import({AxonServerConnection.class, AxonServerMode.OnPostgres.class, AxonServerMode.OnFiles.class})
class AxonServerMode {

    @Bean
    AxonServerEventStore eventStore(
            AxonServerConfiguration server,
            AxonServerConnectionManager connections,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            Serializer snapshotSerializer,
            org.axonframework.config.Configuration configuration) {
        return AxonServerEvents.of(AxonServerEventStore.builder()
                .configuration(server)
                .platformConnectionManager(connections)
                .eventSerializer(eventSerializer)
                .snapshotSerializer(snapshotSerializer)
                .snapshotFilter(configuration.snapshotFilter())
                .upcasterChain(configuration.upcasterChain())
                .messageMonitor(configuration.messageMonitor(AxonServerEventStore.class, "eventStore")));
    }

    @Bean
    AxonServerEventSource eventSource(AxonServerEventStore eventStore) {
        return new AxonServerEventSource(eventStore);
    }

    /** Only for who asks for it: it has all events sent to this process once more. */
    @Bean
    @Lazy
    AxonServerAppendSignal appendSignal(
            AxonServerConnectionManager connections, AxonServerConfiguration server, AxonServerSettings settings) {
        return new AxonServerAppendSignal(connections, server, settings.startWait());
    }

    /** Shows the processors on Axon Server's dashboard, and has them do what is asked for there. */
    @Bean
    EventProcessorInfoConfiguration processorsOnDashboard(
            EventProcessingConfiguration processing,
            AxonServerConnectionManager connections,
            AxonServerConfiguration server) {
        return new EventProcessorInfoConfiguration(
                c -> new DashboardProcessors(connections, processing, server.getContext()));
    }

    @Bean
    HealthIndicator axonServerHealthIndicator(AxonServerConnectionManager connections, AxonServerConfiguration server) {
        return new AxonServerHealth(connections, server);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(
            name = AxonServerSettings.PROPERTY,
            havingValue = AxonServerSettings.POSTGRES,
            matchIfMissing = true)
    @EnableConfigurationProperties(PostgresSettings.class)
    static class OnPostgres {

        @Bean
        PostgresDatabases databases(PostgresSettings settings) {
            return new PostgresDatabases(settings);
        }

        /** Sagas and deadlines are lost where PostgreSQL may lose what it acknowledges. */
        @Bean
        PostgresDurability durabilityHealthIndicator(PostgresDatabases databases) {
            PostgresDurability durability = new PostgresDurability(databases.processes());
            durability.require();
            return durability;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = AxonServerSettings.PROPERTY, havingValue = AxonServerSettings.H2)
    @EnableConfigurationProperties(EmbeddedStoreSettings.class)
    static class OnFiles {

        @Bean
        Databases databases(EmbeddedStoreSettings settings) {
            return new EmbeddedDatabases(settings);
        }
    }
}
