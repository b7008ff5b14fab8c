package io.orderflow.platform.eventstore;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The connection to Axon Server. */
@Configuration(proxyBeanMethods = false)
@Profile("axonserver")
@EnableConfigurationProperties(AxonServerSettings.class)
class AxonServerConnection {

    /** Takes its values from {@code axon.axonserver.*}. */
    @Bean
    AxonServerConfiguration axonServerConfiguration() {
        return new AxonServerConfiguration();
    }

    @Bean(destroyMethod = "shutdown")
    AxonServerConnectionManager axonServerConnections(AxonServerConfiguration server) {
        return AxonServerConnectionManager.builder()
                .routingServers(server.getServers())
                .axonServerConfiguration(server)
                .build();
    }
}
