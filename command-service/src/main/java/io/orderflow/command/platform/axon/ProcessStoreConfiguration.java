package io.orderflow.command.platform.axon;

import io.orderflow.platform.database.Databases;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What the processes of the command service remember: their tokens, sagas and deadlines. One database, so that a step of
 * a process is one transaction. It is not the event store's: a step waits for the commands it sends, and these are
 * durable by themselves. Should the step be lost, the event comes again and the commands with it.
 */
@Configuration(proxyBeanMethods = false)
class ProcessStoreConfiguration {

    @Bean
    DataSource processDataSource(Databases databases, CommandServiceSettings settings) {
        return databases.processes().pool("processes", settings.processConnections());
    }

    @Bean
    FlywayConfigurationCustomizer processSchema(Databases databases) {
        return databases.processes()::prepare;
    }

    @Bean
    PlatformTransactionManager processTransactionManager(DataSource processDataSource) {
        return new JdbcTransactionManager(processDataSource);
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager processTransactionManager) {
        return new SpringTransactionManager(processTransactionManager);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource processDataSource) {
        return new SpringDataSourceConnectionProvider(processDataSource);
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
                .sqlSchema(new LockingSagaSqlSchema(SagaSchema.builder()
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
