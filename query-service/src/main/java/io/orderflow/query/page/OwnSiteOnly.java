package io.orderflow.query.page;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what a browser is made to ask for by a page from elsewhere: a form on some site could otherwise pause a
 * projection of a service that only the browser can reach. A browser says so itself, and no page can make it say
 * something else; over plain HTTP it says only from where the page is. Programs say nothing of it.
 */
final class OwnSiteOnly implements HandlerInterceptor {

    private static final String FROM = "Sec-Fetch-Site";
    private static final Pattern SCHEME = Pattern.compile("^[a-z]+://");
    private static final Set<String> ELSEWHERE = Set.of("cross-site", "same-site");
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!HARMLESS.contains(request.getMethod()) && isFromElsewhere(request)) {
            throw new ProblemException(
                    ErrorCode.CROSS_SITE, "A browser says that a page of another site asks for this");
        }
        return true;
    }

    private static boolean isFromElsewhere(HttpServletRequest request) {
        String from = request.getHeader(FROM);
        if (from != null) {
            return ELSEWHERE.contains(from);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null
                && !SCHEME.matcher(origin).replaceFirst("").equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
    }
}
