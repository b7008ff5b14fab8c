package io.orderflow.command.platform.axon;

import io.orderflow.platform.axon.ProcessorSettings;
import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The processing groups of the command service. */
@Configuration(proxyBeanMethods = false)
class ProcessorConfiguration {

    /**
     * Both start at the beginning of the store: an order placed while the service was down must be fulfilled. Batches
     * are small because each event waits for the commands that follow from it.
     */
    private static final List<ProcessorSettings> PROCESSORS =
            List.of(new ProcessorSettings("order-fulfilment", 4, 10), new ProcessorSettings("payment-gateway", 2, 10));

    @Bean
    ConfigurerModule commandServiceProcessors() {
        return configurer ->
                configurer.eventProcessing(processing -> PROCESSORS.forEach(group -> group.register(processing)));
    }
}
