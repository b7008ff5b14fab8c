package io.orderflow.platform.eventstore;

import io.orderflow.platform.evolution.EventEvolution;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The event store. Where it is in a database, a service that imports this provides a {@code DataSource} and a
 * {@code PlatformTransactionManager} named {@code eventStoreDataSource} and {@code eventStoreTransactionManager}.
 * Everything is declared: on Spring Boot 4 Axon's auto-configuration is ordered before the data source and would silently
 * leave a bus that stores nothing.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    EmbeddedMode.class,
    PostgresMode.class,
    JdbcEventStoreConfiguration.class,
    AxonServerMode.class,
    EventEvolution.class
})
public class EventStoreConfiguration {

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new DuplicateKeyResolver();
    }

    /** Looked up late: the store itself is built from the configuration that this is a part of. */
    @Bean
    ConfigurerModule eventSourceModule() {
        return configurer ->
                configurer.eventProcessing(processing -> processing.configureDefaultStreamableMessageSource(
                        configuration -> configuration.getComponent(EventSource.class)));
    }
}
