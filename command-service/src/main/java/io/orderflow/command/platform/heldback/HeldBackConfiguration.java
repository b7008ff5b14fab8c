package io.orderflow.command.platform.heldback;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.platform.axon.ProcessorSettings;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Holds back for each process what it cannot handle, and counts it. */
@Configuration(proxyBeanMethods = false)
class HeldBackConfiguration {

    @Bean
    HeldBackEvents heldBackEvents(
            List<ProcessorSettings> processes, DataSource processDataSource, MeterRegistry metrics, Clock clock) {
        HeldBackEvents heldBack = new HeldBackEvents(processDataSource, clock);
        processes.forEach(process -> Gauge.builder(
                        "orderflow.process.held.back", heldBack, events -> events.count(process.group()))
                .tag("process", process.group())
                .description("events that a process went on without, as it could never handle them")
                .register(metrics));
        return heldBack;
    }

    @Bean
    ConfigurerModule holdBackPoison(List<ProcessorSettings> processes, HeldBackEvents heldBack) {
        return configurer -> configurer.eventProcessing(processing -> processes.forEach(process -> {
            HoldBackPoison poison = new HoldBackPoison(process.group(), heldBack);
            processing.registerHandlerInterceptor(process.group(), configuration -> poison);
            processing.registerListenerInvocationErrorHandler(process.group(), configuration -> poison);
        }));
    }
}
