package io.orderflow.query.platform.axon;

import com.zaxxer.hikari.HikariDataSource;
import io.orderflow.platform.eventstore.EmbeddedStoreSettings;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The event store, seen from the query service: read, never written. The command service owns its schema. */
@Configuration(proxyBeanMethods = false)
class EventStoreReading {

    private static final int CONNECTIONS = 8;

    @Bean(defaultCandidate = false)
    DataSource eventStoreDataSource(EmbeddedStoreSettings settings) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("store");
        pool.setJdbcUrl(settings.eventStoreUrl());
        pool.setUsername("sa");
        pool.setPassword("");
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setConnectionTimeout(2_000);
        pool.setValidationTimeout(1_000);
        // the command service may not be up yet: processors wait for it, the service starts without it
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    @Bean(defaultCandidate = false)
    PlatformTransactionManager eventStoreTransactionManager(
            @Qualifier("eventStoreDataSource") DataSource eventStoreDataSource) {
        return new JdbcTransactionManager(eventStoreDataSource);
    }
}
