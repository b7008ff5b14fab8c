package io.orderflow.platform.eventstore;

import io.orderflow.platform.postgres.PostgresDatabases;
import io.orderflow.platform.postgres.PostgresDurability;
import io.orderflow.platform.postgres.PostgresSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Everything on PostgreSQL: the mode that survives a power cut, and that several replicas of each service share. */
@Configuration(proxyBeanMethods = false)
@Profile("postgres & !axonserver")
@EnableConfigurationProperties(PostgresSettings.class)
class PostgresMode {

    @Bean
    PostgresDatabases databases(PostgresSettings settings) {
        return new PostgresDatabases(settings);
    }

    @Bean
    EventStoreDialect eventStoreDialect() {
        return EventStoreDialect.POSTGRES;
    }

    /** Made first, as all else that touches the store needs it: a server that may lose what it acknowledges is refused. */
    @Bean
    PostgresDurability durabilityHealthIndicator(PostgresDatabases databases) {
        PostgresDurability durability = new PostgresDurability(databases.events());
        durability.require();
        return durability;
    }

    @Bean
    PostgresAppendSignal appendSignal(PostgresDatabases databases, PostgresDurability durability) {
        return new PostgresAppendSignal(databases.events());
    }
}
