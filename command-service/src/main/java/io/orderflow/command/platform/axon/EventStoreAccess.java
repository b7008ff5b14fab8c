package io.orderflow.command.platform.axon;

import io.orderflow.platform.database.ConnectionPools;
import io.orderflow.platform.eventstore.EmbeddedStoreSettings;
import io.orderflow.platform.eventstore.EventStoreWriting;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The command service's connections to the event store. A command takes one for each thing it reads and gives it back at
 * once: one that waits for its aggregate's lock must not hold a connection, or a few such commands stop all others.
 */
@Configuration(proxyBeanMethods = false)
@Import(EventStoreWriting.class)
class EventStoreAccess {

    /** The file is closed after the last connection to it. */
    @Bean(defaultCandidate = false)
    @DependsOn("embeddedStoreHousekeeping")
    DataSource eventStoreDataSource(EmbeddedStoreSettings store, CommandServiceSettings settings) {
        return ConnectionPools.embedded("events", store.eventStoreUrl(), settings.connections());
    }

    @Bean(defaultCandidate = false)
    PlatformTransactionManager eventStoreTransactionManager(
            @Qualifier("eventStoreDataSource") DataSource eventStoreDataSource) {
        return new JdbcTransactionManager(eventStoreDataSource);
    }
}
