package io.orderflow.platform.eventstore;

import javax.sql.DataSource;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.transaction.PlatformTransactionManager;

/** The event store in a database, by Axon's JDBC engine: both modes without Axon Server. */
@Configuration(proxyBeanMethods = false)
@Profile("!axonserver")
class JdbcEventStoreConfiguration {

    private static final int PAGE = 100;
    private static final int GAP_TIMEOUT_MILLIS = 600_000;
    // commits come in the order of their indexes: no gap is ever filled, and each that is remembered costs every read
    private static final int GAPS_REMEMBERED = 128;
    private static final int GAPS_BEFORE_CLEANING = 10;

    @Bean
    OrderedJdbcEventStorageEngine eventStorageEngine(
            @Qualifier("eventStoreDataSource") DataSource dataSource,
            @Qualifier("eventStoreTransactionManager") PlatformTransactionManager transactions,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            Serializer snapshotSerializer,
            PersistenceExceptionResolver persistenceExceptionResolver,
            org.axonframework.config.Configuration configuration,
            AppendSignal signal,
            EventStoreDialect dialect) {
        JdbcEventStorageEngine.Builder builder = JdbcEventStorageEngine.builder()
                .eventSerializer(eventSerializer)
                .snapshotSerializer(snapshotSerializer)
                .upcasterChain(configuration.upcasterChain())
                .snapshotFilter(configuration.snapshotFilter())
                .persistenceExceptionResolver(persistenceExceptionResolver)
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .transactionManager(new SpringTransactionManager(transactions))
                .schema(EventStoreTables.schema())
                .batchSize(PAGE)
                // a short page is the last one: saves an empty query for every aggregate loaded
                .finalAggregateBatchPredicate(page -> page.size() < PAGE)
                .maxGapOffset(GAPS_REMEMBERED)
                .gapTimeout(GAP_TIMEOUT_MILLIS)
                .gapCleaningThreshold(GAPS_BEFORE_CLEANING);
        return new OrderedJdbcEventStorageEngine(builder, transactions, signal, dialect);
    }

    @Bean
    EmbeddedEventStore eventStore(EventStorageEngine engine, org.axonframework.config.Configuration configuration) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .messageMonitor(configuration.messageMonitor(EmbeddedEventStore.class, "eventStore"))
                .optimizeEventConsumption(false)
                .build();
    }

    @Bean
    WakingEventSource wakingEventSource(EventStorageEngine engine, AppendSignal signal) {
        return new WakingEventSource(engine, signal);
    }
}
