package io.orderflow.query.platform.axon;

import io.orderflow.platform.database.Databases;
import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The read models' own database. Tokens lie beside the rows and change in the same transaction: what was projected and
 * how far the projection has read can never disagree.
 */
@Configuration(proxyBeanMethods = false)
class ReadModelStore {

    /** The connections themselves. They see the tokens; which read models they see is decided each time one is taken. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource readModelPool(Databases databases, QueryServiceSettings settings) {
        return databases.readModels().pool("read-models", settings.connections());
    }

    @Bean
    FlywayConfigurationCustomizer readModelSchema(Databases databases) {
        return databases.readModels()::prepare;
    }

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(EntityManagerFactory entityManagerFactory) {
        return new JpaTransactionManager(entityManagerFactory);
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource readModelDataSource) {
        return new SpringDataSourceConnectionProvider(readModelDataSource);
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connectionProvider, Serializer serializer, QueryServiceSettings settings) {
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
}
