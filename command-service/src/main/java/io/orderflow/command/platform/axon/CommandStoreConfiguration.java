package io.orderflow.command.platform.axon;

import com.zaxxer.hikari.HikariDataSource;
import io.orderflow.platform.eventstore.EmbeddedStoreSettings;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.GenericSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The command service's one database: events, snapshots, sagas, their tokens and deadlines share it, so that a step of
 * the fulfilment process is one transaction.
 */
@Configuration(proxyBeanMethods = false)
class CommandStoreConfiguration {

    /**
     * Connections are taken when a statement first needs one: a command that waits for its aggregate's lock must not
     * hold one, or ten such commands stop all others.
     */
    @Bean
    DataSource eventStoreDataSource(EmbeddedStoreSettings store, CommandServiceSettings settings) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("store");
        pool.setJdbcUrl(store.eventStoreUrl());
        pool.setUsername("sa");
        pool.setPassword("");
        pool.setMaximumPoolSize(settings.connections());
        pool.setConnectionTimeout(2_000);
        pool.setValidationTimeout(1_000);
        return new LazyConnectionDataSourceProxy(pool);
    }

    @Bean
    PlatformTransactionManager eventStoreTransactionManager(DataSource eventStoreDataSource) {
        return new JdbcTransactionManager(eventStoreDataSource);
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager eventStoreTransactionManager) {
        return new SpringTransactionManager(eventStoreTransactionManager);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource eventStoreDataSource) {
        return new SpringDataSourceConnectionProvider(eventStoreDataSource);
    }

    @Bean
    TokenStore tokenStore(
            ConnectionProvider connectionProvider, Serializer serializer, CommandServiceSettings settings) {
        return JdbcTokenStore.builder()
                .connectionProvider(connectionProvider)
                .schema(TokenSchema.builder()
                        .setTokenTable("token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .serializer(serializer)
                .claimTimeout(settings.claimTimeout())
                .nodeId(settings.nodeId())
                .build();
    }

    @Bean
    SagaStore<Object> sagaStore(ConnectionProvider connectionProvider, Serializer serializer) {
        return JdbcSagaStore.builder()
                .connectionProvider(connectionProvider)
                .sqlSchema(new GenericSagaSqlSchema(SagaSchema.builder()
                        .sagaEntryTable("saga_entry")
                        .sagaIdColumn("saga_id")
                        .sagaTypeColumn("saga_type")
                        .serializedSagaColumn("serialized_saga")
                        .associationValueEntryTable("association_value_entry")
                        .associationKeyColumn("association_key")
                        .associationValueColumn("association_value")
                        .build()))
                .serializer(serializer)
                .build();
    }
}
