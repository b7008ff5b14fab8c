package io.orderflow.query.platform.axon;

import io.orderflow.platform.database.Databases;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The event store in a database, seen from the query service: read, never written. The command service owns its schema. */
@Configuration(proxyBeanMethods = false)
@Profile("!axonserver")
class EventStoreReading {

    private static final int CONNECTIONS = 8;
    private static final Duration SCHEMA_POLLING = Duration.ofMillis(200);

    @Bean(defaultCandidate = false)
    DataSource eventStoreDataSource(Databases databases, QueryServiceSettings settings) {
        DataSource pool = databases.events().pool("events", CONNECTIONS);
        awaitSchema(pool, settings.storeWait());
        return pool;
    }

    /** The command service creates the schema, and may still be starting; a processor that found none would give up. */
    private static void awaitSchema(DataSource store, Duration patience) {
        JdbcClient jdbc = JdbcClient.create(store);
        try {
            RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
                    .includes(DataAccessException.class)
                    .maxRetries(Long.MAX_VALUE)
                    .delay(SCHEMA_POLLING)
                    .timeout(patience)
                    .build());
            retry.execute(() -> jdbc.sql("SELECT count(*) FROM append_lock")
                    .query(Integer.class)
                    .single());
        } catch (RetryException e) {
            throw new IllegalStateException("There is no event store yet: start the command service first.", e);
        }
    }

    @Bean(defaultCandidate = false)
    PlatformTransactionManager eventStoreTransactionManager(
            @Qualifier("eventStoreDataSource") DataSource eventStoreDataSource) {
        return new JdbcTransactionManager(eventStoreDataSource);
    }
}
