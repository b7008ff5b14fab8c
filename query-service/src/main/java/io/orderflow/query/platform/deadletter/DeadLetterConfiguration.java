package io.orderflow.query.platform.deadletter;

import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps dead letters beside the read models and the tokens: what is parked and what is passed over can never disagree. */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

    @Bean
    DeadLetterTable deadLetterTable(
            DataSource dataSource,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            DeadLetterSettings settings) {
        return new DeadLetterTable(dataSource, eventSerializer, settings);
    }

    @Bean
    DeadLetterOffice deadLetterOffice(
            DeadLetterTable deadLetterTable,
            ConnectionProvider connectionProvider,
            TransactionManager transactions,
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            DeadLetterSettings settings,
            DataSource dataSource,
            Clock clock) {
        return new DeadLetterOffice(
                new DeadLetterQueues(connectionProvider, transactions, serializer, eventSerializer, settings),
                deadLetterTable,
                new DiscardedEvents(dataSource, clock),
                settings,
                clock);
    }
}
