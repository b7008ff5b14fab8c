package io.orderflow.query.platform.axon;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * How queries reach their handlers: on the caller's thread. Each handler opens its own read-only transaction; one opened
 * here would be read-write, and the handlers would only join it.
 */
@Configuration(proxyBeanMethods = false)
class QueryBusConfiguration {

    @Bean
    @Profile("!axonserver")
    QueryBus queryBus(org.axonframework.config.Configuration configuration) {
        return local(configuration);
    }

    /** Others may ask too, by way of Axon Server. */
    @Bean
    @Profile("axonserver")
    SharedQueryBus sharedQueryBus(
            AxonServerConfiguration server,
            AxonServerConnectionManager connections,
            @Qualifier("messageSerializer") Serializer messageSerializer,
            Serializer serializer,
            org.axonframework.config.Configuration configuration) {
        QueryBus local = local(configuration);
        return new SharedQueryBus(
                AxonServerQueryBus.builder()
                        .axonServerConnectionManager(connections)
                        .configuration(server)
                        .localSegment(local)
                        .updateEmitter(local.queryUpdateEmitter())
                        .messageSerializer(messageSerializer)
                        .genericSerializer(serializer)
                        .enabledLocalSegmentShortCut(),
                local);
    }

    private static QueryBus local(org.axonframework.config.Configuration configuration) {
        SimpleQueryBus bus = SimpleQueryBus.builder()
                .messageMonitor(configuration.messageMonitor(QueryBus.class, "queryBus"))
                .queryUpdateEmitter(configuration.getComponent(QueryUpdateEmitter.class))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return bus;
    }
}
