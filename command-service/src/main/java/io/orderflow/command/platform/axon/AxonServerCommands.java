package io.orderflow.command.platform.axon;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.distributed.AnnotationRoutingStrategy;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/**
 * How commands reach their aggregates where there is Axon Server: it sends all that are about one aggregate to the same
 * replica, whichever replica was asked.
 */
@Configuration(proxyBeanMethods = false)
@Profile("axonserver")
class AxonServerCommands {

    /** A bean of its own, with the name that Axon looks for: it would declare another one. */
    @Bean
    @Qualifier("localSegment")
    DescribingCommandBus localCommandBus(org.axonframework.config.Configuration configuration) {
        DescribingCommandBus local = new DescribingCommandBus(SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.instance())
                .messageMonitor(configuration.messageMonitor(CommandBus.class, "commandBus")));
        local.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        local.registerHandlerInterceptor(new RefusalInterceptor());
        return local;
    }

    @Bean
    @Primary
    RemoteCommandBus commandBus(
            DescribingCommandBus localCommandBus,
            AxonServerConfiguration server,
            AxonServerConnectionManager connections,
            @Qualifier("messageSerializer") Serializer messageSerializer) {
        return new RemoteCommandBus(
                AxonServerCommandBus.builder()
                        .axonServerConnectionManager(connections)
                        .configuration(server)
                        .localSegment(localCommandBus)
                        .serializer(messageSerializer)
                        .routingStrategy(AnnotationRoutingStrategy.defaultStrategy()),
                connections,
                server.getContext());
    }
}
