package io.orderflow.command.platform.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderflow.platform.eventstore.CommandTraces;
import io.orderflow.platform.web.WebPlatform;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The service's HTTP side with nothing behind it. Not annotated as a configuration: only tests that name it use it. */
@ComponentScan({
    "io.orderflow.command.order.web",
    "io.orderflow.command.stock.web",
    "io.orderflow.command.customer.web",
    "io.orderflow.command.platform.dispatch",
    "io.orderflow.command.platform.outcome"
})
@Import(WebPlatform.class)
public class EndpointSlice {

    /** The time it is in every test. */
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    MeterRegistry meterRegistry() {
        return new SimpleMeterRegistry();
    }

    @Bean
    CommandTraces commandTraces() {
        return commandId -> Optional.empty();
    }

    @Bean
    StubGateway commandGateway() {
        return new StubGateway();
    }
}
