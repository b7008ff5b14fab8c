package io.orderflow.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers whatever a controller, or the way to it, throws. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public final class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<?> onFailure(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (isCallerGone(failure)) {
            log.debug("caller gone path={}", request.getRequestURI());
            return null;
        }
        if (response.isCommitted()) {
            log.atError().setCause(failure).log("answer broken off path={}", request.getRequestURI());
            return null;
        }
        return ProblemAnswers.answer(failure, request, request.getRequestURI());
    }

    /**
     * By what the server throws for its own connections only. Spring's helper takes every connection that ends for the
     * caller's: when the database's was lost, callers were answered 200 and nothing.
     */
    private static boolean isCallerGone(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException) {
                return true;
            }
        }
        return false;
    }
}
