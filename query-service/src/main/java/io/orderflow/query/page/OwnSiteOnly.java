package io.orderflow.query.page;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what a browser is made to ask for by a page from elsewhere: a form on some site could otherwise pause a
 * projection of a service that only the browser can reach. A browser says so itself, and no page can make it say
 * something else; programs say nothing of it.
 */
final class OwnSiteOnly implements HandlerInterceptor {

    private static final String FROM = "Sec-Fetch-Site";
    private static final Set<String> ELSEWHERE = Set.of("cross-site", "same-site");
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String from = request.getHeader(FROM);
        if (from != null && ELSEWHERE.contains(from) && !HARMLESS.contains(request.getMethod())) {
            throw new ProblemException(
                    ErrorCode.CROSS_SITE, "A browser says that a page of another site asks for this");
        }
        return true;
    }
}
