package io.orderflow.query.platform.freshness;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Answers 304 to {@code If-None-Match: *}, by which a caller says that any answer is as good as the one that it has. */
@ControllerAdvice
class AnyIsEnough implements ResponseBodyAdvice<Object> {

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
        if (body == null
                || !request.getHeaders().getOrEmpty(HttpHeaders.IF_NONE_MATCH).contains("*")) {
            return body;
        }
        response.setStatusCode(HttpStatus.NOT_MODIFIED);
        return null;
    }
}
