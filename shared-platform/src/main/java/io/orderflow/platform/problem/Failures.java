package io.orderflow.platform.problem;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.error.RuleViolated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Finds the problem that stands for a failure, whatever threw it. */
final class Failures {

    private Failures() {}

    static ProblemException problem(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            if (cause instanceof RuleViolated refused) {
                return new ProblemException(refused.refusal());
            }
            if (cause instanceof BodyTooLarge tooLarge) {
                return tooLarge(tooLarge.limit());
            }
        }
        if (failure instanceof MethodArgumentNotValidException e) {
            return InvalidArguments.problem(e);
        }
        if (failure instanceof HandlerMethodValidationException e) {
            return e.isForReturnValue() ? unexpected(e) : InvalidArguments.problem(e);
        }
        if (failure instanceof HttpMessageNotReadableException e) {
            return UnreadableBody.problem(e);
        }
        if (failure instanceof MethodArgumentTypeMismatchException e) {
            return ProblemException.invalid(
                    Violation.of(InvalidArguments.name(e.getParameter()), "must be " + kind(e.getRequiredType())));
        }
        if (failure instanceof TypeMismatchException e) {
            return ProblemException.invalid(
                    Violation.of(String.valueOf(e.getPropertyName()), "must be " + kind(e.getRequiredType())));
        }
        if (failure instanceof MissingServletRequestParameterException e) {
            return ProblemException.invalid(Violation.of(e.getParameterName(), "is required"));
        }
        if (failure instanceof MissingRequestHeaderException e) {
            return ProblemException.invalid(Violation.of(e.getHeaderName(), "is required"));
        }
        if (failure instanceof InvalidParameterException) {
            return because(
                    ErrorCode.MALFORMED_REQUEST,
                    "The parameters must be UTF-8 that is percent-encoded, and not too many",
                    failure);
        }
        if (failure instanceof ErrorResponse e) {
            return ofStatus(e.getStatusCode().value(), failure);
        }
        return Outage.isCauseOf(failure) ? unavailable(failure) : unexpected(failure);
    }

    /** Headers that belong to the answer, such as {@code Allow}. In a 406 Spring would answer an {@code Accept}, as in a 415. */
    static HttpHeaders headers(Throwable failure) {
        if (failure instanceof HttpMediaTypeNotAcceptableException) {
            return HttpHeaders.EMPTY;
        }
        return failure instanceof ErrorResponse response ? response.getHeaders() : HttpHeaders.EMPTY;
    }

    static ProblemException ofStatus(int status, Throwable cause) {
        return switch (status) {
            case 404 -> because(ErrorCode.NOT_FOUND, "There is no such resource", cause);
            case 405 -> because(ErrorCode.METHOD_NOT_ALLOWED, "The Allow header names the methods it takes", cause);
            case 406 -> because(ErrorCode.NOT_ACCEPTABLE, "Ask for application/json", cause);
            case 413 -> because(ErrorCode.BODY_TOO_LARGE, "The request body is too large", cause);
            case 415 ->
                because(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json in UTF-8, UTF-16 or UTF-32", cause);
            case 502, 503, 504 -> unavailable(cause);
            default ->
                status >= 400 && status < 500
                        ? because(ErrorCode.MALFORMED_REQUEST, "The request cannot be read", cause)
                        : unexpected(cause);
        };
    }

    private static ProblemException tooLarge(int limit) {
        return new ProblemException(
                ErrorCode.BODY_TOO_LARGE, "A request body may have at most " + limit / 1024 + " KiB");
    }

    private static ProblemException unavailable(Throwable cause) {
        return because(ErrorCode.UNAVAILABLE, "The service or its database is not available; try again", cause);
    }

    private static ProblemException unexpected(Throwable cause) {
        return because(ErrorCode.INTERNAL_ERROR, "The request could not be carried out", cause);
    }

    private static ProblemException because(ErrorCode code, String detail, Throwable cause) {
        return new ProblemException(code, detail, List.of(), cause);
    }

    private static String kind(Class<?> wanted) {
        if (wanted == UUID.class) {
            return "a UUID";
        }
        if (wanted == Instant.class || wanted == LocalDate.class) {
            return "an RFC 3339 time or date";
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return "true or false";
        }
        return wanted != null && (wanted.isPrimitive() || Number.class.isAssignableFrom(wanted))
                ? "a whole number"
                : "one of the values that are allowed";
    }
}
