package io.orderflow.query.page;

import java.io.IOException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the page and its files at their addresses. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final String files = filesAddress();

    @Bean
    PageDocument pageDocument() throws IOException {
        return PageDocument.of(files, ImportMap.json());
    }

    /** Addresses that hold a digest or a version: what is there never changes. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(files + "/**")
                .addResourceLocations(PageFiles.LOCATION)
                .setCacheControl(FOR_EVER)
                .setUseLastModified(false);
        for (String library : ImportMap.webJars()) {
            registry.addResourceHandler("/webjars/" + library + "/**")
                    .addResourceLocations("classpath:/META-INF/resources/webjars/" + library + "/")
                    .setCacheControl(FOR_EVER)
                    .setUseLastModified(false);
        }
    }

    private static String filesAddress() {
        try {
            return PageFiles.address();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
