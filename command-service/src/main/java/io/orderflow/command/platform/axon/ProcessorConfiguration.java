package io.orderflow.command.platform.axon;

import io.orderflow.platform.axon.ProcessorSettings;
import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The processing groups of the command service. */
@Configuration(proxyBeanMethods = false)
class ProcessorConfiguration {

    /** Each event waits for the commands that follow from it. */
    private static final int SMALL_BATCH = 10;

    @Bean
    ProcessorSettings fulfilmentProcessor() {
        return new ProcessorSettings("order-fulfilment", 4, SMALL_BATCH);
    }

    @Bean
    ProcessorSettings paymentProcessor() {
        return new ProcessorSettings("payment-gateway", 2, SMALL_BATCH);
    }

    /** Nothing waits for its events, and there are many. One segment: its token moves with every event. */
    @Bean
    @Profile("axonserver")
    ProcessorSettings traceProcessor() {
        return new ProcessorSettings("command-traces", 1, 200);
    }

    /** All start at the beginning of the store: an order placed while the service was down must be fulfilled. */
    @Bean
    ConfigurerModule commandServiceProcessors(List<ProcessorSettings> processes) {
        return configurer ->
                configurer.eventProcessing(processing -> processes.forEach(group -> group.register(processing)));
    }
}
