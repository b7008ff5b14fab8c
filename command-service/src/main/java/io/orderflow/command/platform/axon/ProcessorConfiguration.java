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

    /**
     * Both start at the beginning of the store: an order placed while the service was down must be fulfilled. Batches
     * are small because each event waits for the commands that follow from it.
     */
    private static final List<ProcessorSettings> PROCESSORS =
            List.of(new ProcessorSettings("order-fulfilment", 4, 10), new ProcessorSettings("payment-gateway", 2, 10));

    /** From the beginning too; nothing waits for its events, and there are many. One segment: its token moves with every event. */
    private static final ProcessorSettings TRACES = new ProcessorSettings("command-traces", 1, 200);

    @Bean
    @Profile("axonserver")
    ConfigurerModule commandTraceProcessor() {
        return configurer -> configurer.eventProcessing(TRACES::register);
    }

    @Bean
    ConfigurerModule commandServiceProcessors() {
        return configurer ->
                configurer.eventProcessing(processing -> PROCESSORS.forEach(group -> group.register(processing)));
    }
}
