package io.orderflow.query.platform.freshness;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Adds {@code "stale": true} to an answer that is older than what the caller asked for. */
@ControllerAdvice
class StaleAnswers implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter route, Class<? extends HttpMessageConverter<?>> converter) {
        return route.hasMethodAnnotation(ReadsModel.class);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter route,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        boolean stale = request instanceof ServletServerHttpRequest servlet
                && servlet.getServletRequest().getAttribute(FreshnessInterceptor.STALE) != null;
        return stale && body != null ? new Stale(body, true) : body;
    }

    record Stale(@JsonUnwrapped Object view, boolean stale) {}
}
