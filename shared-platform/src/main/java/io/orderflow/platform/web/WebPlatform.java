package io.orderflow.platform.web;

import io.orderflow.platform.problem.ProblemAdvice;
import io.orderflow.platform.problem.ProblemErrorController;
import io.orderflow.platform.problem.ProblemValve;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/** The HTTP side that both services share: a service imports this. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({ProblemAdvice.class, ProblemErrorController.class, StrictUuid.Binding.class})
public class WebPlatform {

    @Bean
    FilterRegistrationBean<Filter> correlationIdFilter() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new CorrelationIdFilter());
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        registration.setAsyncSupported(true);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Filter> bodyLimitFilter(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new BodyLimitFilter(problems));
        registration.setAsyncSupported(true);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return new StrictJson();
    }

    /** What is wrong is said in English to everybody: programs read it, and it must not depend on a browser. */
    @Bean
    LocaleResolver localeResolver() {
        return new FixedLocaleResolver(Locale.ENGLISH);
    }

    /**
     * @param requests how many requests to the API may keep a thread at once; the server must have some more threads
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat(
            @Value("${orderflow.web.requests:200}") int requests, ObjectProvider<RequestRoom> room) {
        // asked for late: the server is made before the service is
        Supplier<RequestRoom> service = SingletonSupplier.of(() -> room.getIfAvailable(() -> method -> true));
        return factory -> {
            factory.addEngineValves(new ThreadReserveValve(requests, service));
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ProblemValve.class.getName());
                }
            });
            // a SKU may hold a slash, and is a part of a path
            factory.addConnectorCustomizers(
                    connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
        };
    }
}
