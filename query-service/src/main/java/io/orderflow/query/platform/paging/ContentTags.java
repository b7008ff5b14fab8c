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

        private static final String HEAD = "HEAD";

        /**
         * A tag that a route sets is a version, for {@code If-Match}: what else the answer shows may change without it.
         * Spring's own rule but that {@code HEAD} is answered as {@code GET} is, and what has no content has no tag.
         */
        @Override
        protected boolean isEligibleForEtag(
                HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
            boolean isHead = HEAD.equals(request.getMethod()) && !response.isCommitted();
            return response.getHeader(HttpHeaders.ETAG) == null
                    && status == HttpServletResponse.SC_OK
                    && (isHead || super.isEligibleForEtag(request, response, status, body));
        }
    }
}
