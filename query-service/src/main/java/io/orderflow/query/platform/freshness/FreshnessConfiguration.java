package io.orderflow.query.platform.freshness;

import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the freshness of answers between the processors and the routes. */
@Configuration(proxyBeanMethods = false)
class FreshnessConfiguration {

    @Bean
    ConfigurerModule arrivalRecorders(
            Arrivals arrivals, ReadPositions positions, ObjectProvider<ProjectionListener> listeners) {
        return configurer -> configurer.eventProcessing(processing ->
                processing.registerDefaultHandlerInterceptor((configuration, group) -> new ArrivalRecorder(
                        group,
                        arrivals,
                        positions,
                        listeners.stream()
                                .filter(listener -> listener.group().equals(group))
                                .toList())));
    }

    @Bean
    WebMvcConfigurer freshnessOfAnswers(FreshnessInterceptor interceptor) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(interceptor);
            }
        };
    }
}
