package io.orderflow.platform.eventstore;

import io.orderflow.platform.database.Databases;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** Everything in H2 files on one machine: the mode that needs nothing else. */
@Configuration(proxyBeanMethods = false)
@Profile("!postgres & !axonserver")
@EnableConfigurationProperties(EmbeddedStoreSettings.class)
class EmbeddedMode {

    /** The housekeeping closes the file: after whatever has its connections from here. */
    @Bean
    @DependsOn("embeddedStoreHousekeeping")
    Databases databases(EmbeddedStoreSettings settings, Environment environment) {
        IntendedMode.requireEmbedded(environment);
        return new EmbeddedDatabases(settings);
    }

    @Bean
    EventStoreDialect eventStoreDialect() {
        return EventStoreDialect.H2;
    }

    @Bean
    SharedFileAppendSignal appendSignal(EmbeddedStoreSettings settings) {
        return new SharedFileAppendSignal(settings.signalFile());
    }

    @Bean
    EmbeddedStoreHousekeeping embeddedStoreHousekeeping(EmbeddedStoreSettings settings) {
        return new EmbeddedStoreHousekeeping(settings);
    }
}
