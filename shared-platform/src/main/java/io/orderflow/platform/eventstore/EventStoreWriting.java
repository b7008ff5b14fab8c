package io.orderflow.platform.eventstore;

import io.orderflow.platform.database.Databases;
import javax.sql.DataSource;
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
                EventStoreSchema.migrate(dataSource, databases, dialect);
                engine.announceHead();
            };
        }
    }
}
