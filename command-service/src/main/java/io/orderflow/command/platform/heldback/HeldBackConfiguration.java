package io.orderflow.command.platform.heldback;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Holds back for each process what it cannot handle, and counts it. */
@Configuration(proxyBeanMethods = false)
class HeldBackConfiguration {

    private static final List<String> PROCESSES = List.of("order-fulfilment", "payment-gateway");

    @Bean
    HeldBackEvents heldBackEvents(DataSource processDataSource, MeterRegistry metrics, Clock clock) {
        HeldBackEvents heldBack = new HeldBackEvents(processDataSource, clock);
        PROCESSES.forEach(
                process -> Gauge.builder("orderflow.process.held.back", heldBack, events -> events.count(process))
                        .tag("process", process)
                        .description("events that a process went on without, as it could never handle them")
                        .register(metrics));
        return heldBack;
    }

    @Bean
    ConfigurerModule holdBackPoison(HeldBackEvents heldBack) {
        return configurer -> configurer.eventProcessing(processing -> PROCESSES.forEach(process -> {
            HoldBackPoison poison = new HoldBackPoison(process, heldBack);
            processing.registerHandlerInterceptor(process, configuration -> poison);
            processing.registerListenerInvocationErrorHandler(process, configuration -> poison);
        }));
    }
}
