package io.orderflow.query.page;

import io.orderflow.platform.web.WebPlatform;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The page without the read models that it shows. */
@ImportAutoConfiguration({
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@ComponentScan("io.orderflow.query.page")
@ConfigurationPropertiesScan("io.orderflow.query.page")
@Import(WebPlatform.class)
class PageRoutes {}
