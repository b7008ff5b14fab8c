package io.orderflow.platform.evolution;

import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The changes, oldest first: each takes an event from where the one before has left it. */
@Configuration(proxyBeanMethods = false)
public class EventEvolution {

    @Bean
    @Order(1)
    EventUpcaster productRegisteredIsStockRegistered() {
        return new ProductRegisteredIsStockRegistered();
    }

    @Bean
    @Order(2)
    EventUpcaster stockRegisteredHasUnit() {
        return new StockRegisteredHasUnit();
    }
}
