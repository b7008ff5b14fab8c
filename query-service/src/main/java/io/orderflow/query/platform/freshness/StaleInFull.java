package io.orderflow.query.platform.freshness;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends a stale answer in full, whatever the caller has already: 304 would say that nothing has changed, but what the caller
 * knows to be there is not shown yet, and there would be no body to say so.
 */
final class StaleInFull extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Unconditional(request), response);
    }

    private static final class Unconditional extends HttpServletRequestWrapper {

        private Unconditional(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isHidden(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        private boolean isHidden(String name) {
            return HttpHeaders.IF_NONE_MATCH.equalsIgnoreCase(name) && getAttribute(FreshnessInterceptor.STALE) != null;
        }
    }
}
