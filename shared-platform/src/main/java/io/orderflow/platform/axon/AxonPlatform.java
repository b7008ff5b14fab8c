package io.orderflow.platform.axon;

import java.time.Clock;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The part of Axon's configuration that is the same in both services. */
@Configuration(proxyBeanMethods = false)
@Import(SerializationConfiguration.class)
public class AxonPlatform {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    CorrelationDataProvider messageCorrelation() {
        return new MessageCorrelation();
    }

    /** Axon's default logs a failed event and goes on, which loses it. */
    @Bean
    ConfigurerModule neverSkipEvents(ProcessorFailures failures) {
        return configurer -> configurer.eventProcessing(processing -> processing
                .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(c -> failures)
                .usingPooledStreamingEventProcessors());
    }

    @Bean
    ProcessorFailures processorFailures(Clock clock) {
        return new ProcessorFailures(clock);
    }

    @Bean
    SegmentRetries segmentRetries(
            EventProcessingConfiguration processing, TransactionManager transactions, Clock clock) {
        return new SegmentRetries(processing, transactions, clock);
    }

    @Bean
    HealthIndicator processorsHealthIndicator(
            EventProcessingConfiguration processing,
            ProcessorFailures failures,
            ObjectProvider<ProcessorComplaints> complaints,
            Clock clock) {
        return new ProcessorHealth(processing, failures, complaints, clock);
    }
}
