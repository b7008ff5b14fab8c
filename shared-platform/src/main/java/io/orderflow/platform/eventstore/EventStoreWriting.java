package io.orderflow.platform.eventstore;

import io.orderflow.platform.database.Databases;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** The event store, for the one service that appends to it. */
@Configuration(proxyBeanMethods = false)
@Import({EventStoreConfiguration.class, EventStoreWriting.InDatabase.class})
public class EventStoreWriting {

    /** In a database this one owns the schema, and says where the head is. */
    @Configuration(proxyBeanMethods = false)
    @Profile("!axonserver")
    static class InDatabase {

    private static final String SCHEMA_HISTORY = "event_store_schema_history";

    @Bean
    CommandTraces commandTraces(@Qualifier("eventStoreDataSource") DataSource dataSource, AppendSignal signal) {
        return new JdbcCommandTraces(dataSource, signal);
    }

    @Bean
    InitializingBean eventStoreOpening(
            @Qualifier("eventStoreDataSource") DataSource dataSource,
            OrderedJdbcEventStorageEngine engine,
            Databases databases,
            EventStoreDialect dialect) {
        return () -> {
            FluentConfiguration migration = Flyway.configure()
                    .dataSource(dataSource)
                    .locations(dialect.schema())
                    .table(SCHEMA_HISTORY);
            databases.events().prepare(migration);
            migration.load().migrate();
            engine.announceHead();
        };
    }
}
}
