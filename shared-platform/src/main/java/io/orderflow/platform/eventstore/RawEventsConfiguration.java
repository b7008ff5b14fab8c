package io.orderflow.platform.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.orderflow.platform.database.Databases;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** The events of the mode that is active, and nothing that would work on them. */
@Configuration(proxyBeanMethods = false)
@Import({
    EmbeddedMode.class,
    PostgresMode.class,
    AxonServerConnection.class,
    RawEventsConfiguration.InDatabase.class,
    RawEventsConfiguration.OnAxonServer.class
})
public class RawEventsConfiguration {

    @Configuration(proxyBeanMethods = false)
    @Profile("!axonserver")
    static class InDatabase {

        private static final int CONNECTIONS = 2;

        @Bean
        HikariDataSource eventStore(Databases databases, EventStoreDialect dialect) {
            HikariDataSource pool = databases.events().pool("events", CONNECTIONS);
            EventStoreSchema.migrate(pool, databases, dialect);
            return pool;
        }

        @Bean
        RawEvents rawEvents(HikariDataSource eventStore, AppendSignal signal, EventStoreDialect dialect) {
            return new JdbcRawEvents(eventStore, signal, dialect);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Profile("axonserver")
    static class OnAxonServer {

        @Bean
        RawEvents rawEvents(AxonServerConnectionManager connections, AxonServerConfiguration server) {
            return new AxonServerRawEvents(connections, server.getContext());
        }
    }
}
