package io.orderflow.query.platform.axon;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How queries reach their handlers: on the caller's thread, in a transaction. */
@Configuration(proxyBeanMethods = false)
class QueryBusConfiguration {

    @Bean
    QueryBus queryBus(TransactionManager axonTransactionManager, org.axonframework.config.Configuration configuration) {
        SimpleQueryBus bus = SimpleQueryBus.builder()
                .transactionManager(axonTransactionManager)
                .messageMonitor(configuration.messageMonitor(QueryBus.class, "queryBus"))
                .queryUpdateEmitter(configuration.getComponent(QueryUpdateEmitter.class))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return bus;
    }
}
