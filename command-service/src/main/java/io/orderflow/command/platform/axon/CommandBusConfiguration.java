package io.orderflow.command.platform.axon;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.commandhandling.gateway.ExponentialBackOffIntervalRetryScheduler;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * How commands reach their aggregates: on the sender's thread, conflicts tried again. Without a transaction around them:
 * all that a command writes is its events, and the store appends these in a transaction that commands share.
 */
@Configuration(proxyBeanMethods = false)
class CommandBusConfiguration {

    private static final int RETRIES = 5;
    private static final int FIRST_PAUSE_MILLIS = 10;

    @Bean
    @Profile("!axonserver")
    CommandBus commandBus(org.axonframework.config.Configuration configuration) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.instance())
                .messageMonitor(configuration.messageMonitor(CommandBus.class, "commandBus"))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        bus.registerHandlerInterceptor(new RefusalInterceptor());
        bus.registerHandlerInterceptor(new RevocationInterceptor());
        return bus;
    }

    @Bean(destroyMethod = "shutdown")
    ScheduledExecutorService commandRetries() {
        return Executors.newScheduledThreadPool(2, new AxonThreadFactory("command-retry"));
    }

    @Bean
    CommandGateway commandGateway(CommandBus commandBus, ScheduledExecutorService commandRetries) {
        RetryScheduler retries = ExponentialBackOffIntervalRetryScheduler.builder()
                .retryExecutor(commandRetries)
                .maxRetryCount(RETRIES)
                .backoffFactor(FIRST_PAUSE_MILLIS)
                .nonTransientFailurePredicate(failure -> false)
                .build();
        return DefaultCommandGateway.builder()
                .commandBus(commandBus)
                // Axon would retry refusals too: whatever is not known to be a lost race is final. Decided here because
                // its predicate is asked about each cause as well, and the cause of a lost race is an SQL exception.
                .retryScheduler((command, failure, failures, retry) ->
                        LostRace.is(failure) && retries.scheduleRetry(command, failure, failures, retry))
                .build();
    }
}
