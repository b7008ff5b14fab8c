package io.orderflow.query.platform.axon;

import io.orderflow.platform.axon.ProcessorSettings;
import io.orderflow.query.platform.projection.StreamSequencing;
import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The processing groups of the query service, one for each read model. */
@Configuration(proxyBeanMethods = false)
class ProjectionProcessors {

    private static final int BATCH = 100;

    private static final List<ProcessorSettings> PROCESSORS = List.of(
            new ProcessorSettings("order-details", 2, BATCH),
            new ProcessorSettings("order-list", 2, BATCH),
            new ProcessorSettings("order-search", 2, BATCH),
            new ProcessorSettings("order-history", 2, BATCH),
            new ProcessorSettings("stock-levels", 1, BATCH),
            new ProcessorSettings("customers", 1, BATCH),
            new ProcessorSettings("sales-statistics", 2, BATCH));

    @Bean
    ConfigurerModule queryServiceProcessors() {
        return configurer -> configurer.eventProcessing(processing -> {
            PROCESSORS.forEach(group -> group.registerRebuilt(processing));
            processing.registerDefaultSequencingPolicy(configuration -> new StreamSequencing());
        });
    }
}
