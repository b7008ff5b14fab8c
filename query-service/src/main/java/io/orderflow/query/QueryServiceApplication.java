package io.orderflow.query;

import io.orderflow.platform.axon.AxonPlatform;
import io.orderflow.platform.eventstore.EventStoreConfiguration;
import io.orderflow.platform.eventstore.LoopbackStore;
import io.orderflow.platform.openapi.OpenApiPlatform;
import io.orderflow.platform.web.StopDeadline;
import io.orderflow.platform.web.WebPlatform;
import org.axonframework.springboot.autoconfig.JpaAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Starts the query service. */
// the stores are JDBC ones: Axon's JPA configuration would add entities, and tables, that nothing uses
@SpringBootApplication(exclude = {JpaAutoConfiguration.class, JpaEventStoreAutoConfiguration.class})
@ConfigurationPropertiesScan
@Import({AxonPlatform.class, EventStoreConfiguration.class, WebPlatform.class, OpenApiPlatform.class})
public class QueryServiceApplication {

    public static void main(String[] args) {
        LoopbackStore.bindToLoopback();
        StopDeadline.install();
        SpringApplication.run(QueryServiceApplication.class, args);
    }
}
