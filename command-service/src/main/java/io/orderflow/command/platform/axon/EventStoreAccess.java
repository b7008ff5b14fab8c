package io.orderflow.command.platform.axon;

import io.orderflow.platform.database.Databases;
import io.orderflow.platform.eventstore.EventStoreWriting;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The command service's connections to the event store. A command takes one for each thing it reads and gives it back at
 * once: one that waits for its aggregate's lock must not hold a connection, or a few such commands stop all others.
 */
@Configuration(proxyBeanMethods = false)
@Import({EventStoreWriting.class, EventStoreAccess.InDatabase.class})
class EventStoreAccess {

    @Configuration(proxyBeanMethods = false)
    @Profile("!axonserver")
    static class InDatabase {

        @Bean(defaultCandidate = false)
        DataSource eventStoreDataSource(Databases databases, CommandServiceSettings settings) {
            return databases.events().pool("events", settings.connections());
        }

        @Bean(defaultCandidate = false)
        PlatformTransactionManager eventStoreTransactionManager(
                @Qualifier("eventStoreDataSource") DataSource eventStoreDataSource) {
            return new JdbcTransactionManager(eventStoreDataSource);
        }
    }
}
