package io.orderflow.query.platform.paging;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives answers that have no entity tag of their own, which are lists and statistics, one made of their content, and
 * answers 304 where the caller has the same already. The list is still read; what is saved is its way to the caller.
 */
@Configuration(proxyBeanMethods = false)
class ContentTags {

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> contentTagsFilter() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> registration =
                new FilterRegistrationBean<>(new WhereThereIsNone());
        registration.addUrlPatterns("/api/v1/*");
        return registration;
    }

    private static final class WhereThereIsNone extends ShallowEtagHeaderFilter {

        /** A tag that a route sets is a version, for {@code If-Match}: what else the answer shows may change without it. */
        @Override
        protected boolean isEligibleForEtag(
                HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
            return response.getHeader(HttpHeaders.ETAG) == null
                    && super.isEligibleForEtag(request, response, status, body);
        }
    }
}
