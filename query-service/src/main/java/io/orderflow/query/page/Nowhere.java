package io.orderflow.query.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Shows the page to somebody whose browser asks for an address that there is not; the page says so itself. Programs, and
 * whoever asks where no page can be, get the problem.
 */
@Component
class Nowhere implements HandlerExceptionResolver, Ordered {

    private static final List<String> NOT_FOR_PEOPLE =
            List.of("/api/", "/commands/", "/page/", "/webjars/", "/actuator/", "/v3/");

    private final PageDocument document;

    Nowhere(PageDocument document) {
        this.document = document;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!(failure instanceof NoResourceFoundException) || !isForPeople(request)) {
            return null;
        }
        try {
            document.write(response, HttpStatus.NOT_FOUND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private static boolean isForPeople(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && NOT_FOR_PEOPLE.stream().noneMatch(request.getRequestURI()::startsWith);
    }
}
