package io.orderflow.query.platform.axon;

import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How queries reach their handlers: on the caller's thread. Each handler opens its own read-only transaction; one opened
 * here would be read-write, and the handlers would only join it.
 */
@Configuration(proxyBeanMethods = false)
class QueryBusConfiguration {

    @Bean
    QueryBus queryBus(org.axonframework.config.Configuration configuration) {
        SimpleQueryBus bus = SimpleQueryBus.builder()
                .messageMonitor(configuration.messageMonitor(QueryBus.class, "queryBus"))
                .queryUpdateEmitter(configuration.getComponent(QueryUpdateEmitter.class))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return bus;
    }
}
