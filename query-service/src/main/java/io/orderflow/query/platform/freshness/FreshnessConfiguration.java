package io.orderflow.query.platform.freshness;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.platform.axon.TokenTable;
import io.orderflow.platform.postgres.PostgresDatabases;
import io.orderflow.query.platform.generation.LiveGenerations;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Puts the freshness of answers between the processors and the routes. */
@Configuration(proxyBeanMethods = false)
class FreshnessConfiguration {

    @Bean
    ConfigurerModule arrivalRecorders(
            Arrivals arrivals,
            ReadPositions positions,
            ObjectProvider<ProjectionListener> listeners,
            OtherReplicas others,
            LiveGenerations generations,
            MeterRegistry meters,
            Clock clock,
            ProjectedElsewhere elsewhere) {
        generations.whenSwitched(generation -> {
            arrivals.lookAnew();
            elsewhere.changed(generation.group());
        });
        return configurer -> configurer.eventProcessing(processing ->
                processing.registerDefaultHandlerInterceptor((configuration, group) -> new ArrivalRecorder(
                        group,
                        arrivals,
                        positions,
                        listeners.stream()
                                .filter(listener -> listener.group().equals(group))
                                .toList(),
                        others,
                        generations,
                        meters,
                        clock)));
    }

    /** On PostgreSQL several replicas share the work; an H2 file has one user. */
    @Bean
    OtherReplicas otherReplicas(
            ObjectProvider<PostgresDatabases> postgres,
            Arrivals arrivals,
            ProjectedElsewhere elsewhere,
            DataSource dataSource,
            Serializer serializer,
            LiveGenerations generations,
            JsonMapper json) {
        SharedPositions positions = new SharedPositions(new TokenTable(dataSource, serializer), generations);
        PostgresDatabases databases = postgres.getIfAvailable();
        return databases == null
                ? new NoOtherReplicas(positions)
                : new PostgresReplicas(databases.readModels(), arrivals, elsewhere, positions, json);
    }

    @Bean
    FilterRegistrationBean<StaleInFull> staleInFull() {
        FilterRegistrationBean<StaleInFull> registration = new FilterRegistrationBean<>(new StaleInFull());
        registration.addUrlPatterns("/api/v1/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 1); // before the filter that compares what lists contain
        return registration;
    }

    @Bean
    WebMvcConfigurer freshnessOfAnswers(
            ReadersFirst readersFirst, NotBuiltYet builtFirst, FreshnessInterceptor interceptor) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(builtFirst);
                registry.addInterceptor(readersFirst);
                registry.addInterceptor(interceptor);
            }
        };
    }
}
