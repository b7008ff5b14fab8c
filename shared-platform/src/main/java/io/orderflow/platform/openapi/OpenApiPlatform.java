package io.orderflow.platform.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The OpenAPI document of a service at {@code /v3/api-docs}, and Swagger UI at {@code /swagger-ui.html}: a service imports
 * this. The document is made when somebody asks for it.
 */
@Configuration(proxyBeanMethods = false)
public class OpenApiPlatform {

    static {
        ModelResolver.enumsAsRef = true;
    }

    /** The library behind it brings YAML, and Spring would then answer in it: an API says the same whatever describes it. */
    @Bean
    WebMvcConfigurer noYaml() {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.configureMessageConvertersList(
                        all -> all.removeIf(one -> one.getSupportedMediaTypes().contains(MediaType.APPLICATION_YAML)));
            }
        };
    }

    @Bean
    ModelConverter recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    ParameterCustomizer constraintsOfParameters() {
        return (parameter, declared) -> {
            Schema<?> schema = parameter == null ? null : parameter.getSchema();
            if (schema != null) {
                Constraints.apply(declared.getParameter(), schema);
            }
            return parameter;
        };
    }

    @Bean
    GlobalOpenApiCustomizer apiDocument(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping,
            ObjectProvider<RouteConvention> conventions,
            ObjectProvider<SchemaSource> schemas) {
        return new ApiDocument(
                () -> new MappedRoutes(mapping.getObject()),
                List.copyOf(conventions.orderedStream().toList()),
                schemas.orderedStream().toList());
    }
}
