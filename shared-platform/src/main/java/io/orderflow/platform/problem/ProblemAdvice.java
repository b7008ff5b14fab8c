package io.orderflow.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers whatever a controller, or the way to it, throws. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public final class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<?> onFailure(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            log.debug("caller gone path={}", request.getRequestURI());
            return null;
        }
        if (response.isCommitted()) {
            log.atError().setCause(failure).log("answer broken off path={}", request.getRequestURI());
            return null;
        }
        return ProblemAnswers.answer(failure, request, request.getRequestURI());
    }
}
