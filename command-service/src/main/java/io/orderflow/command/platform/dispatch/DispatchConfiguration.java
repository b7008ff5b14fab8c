package io.orderflow.command.platform.dispatch;

import com.github.f4b6a3.uuid.UuidCreator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What endpoints need beside the dispatcher. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DispatchSettings.class)
class DispatchConfiguration {

    /** UUIDv7: ids made one after another lie side by side in an index. */
    @Bean
    IdSource timeOrderedIds() {
        return UuidCreator::getTimeOrderedEpoch;
    }
}
