package io.orderflow.platform.web;

import io.orderflow.api.metadata.MetadataKeys;
import jakarta.servlet.http.HttpServletRequest;

/** Where the id that ties everything about one request together is found. */
public final class CorrelationId {

    /** The header in which a caller may choose it, and in which every answer names it. */
    public static final String HEADER = "X-Correlation-Id";

    static final String MDC_KEY = MetadataKeys.CORRELATION_ID;
    static final String ATTRIBUTE = CorrelationId.class.getName();

    private CorrelationId() {}

    /**
     * The correlation id of a request.
     *
     * @throws IllegalStateException if the request has not passed the filter that gives it one
     */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String id) {
            return id;
        }
        throw new IllegalStateException("the request has no correlation id");
    }
}
