package io.orderflow.platform.problem;

import io.orderflow.api.error.ErrorCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says why a body could not be read, without a word of the parser's own. */
final class UnreadableBody {

    private UnreadableBody() {}

    static ProblemException problem(HttpMessageNotReadableException e) {
        JacksonException cause = jacksonCause(e);
        if (cause == null) {
            return malformed("The request has no body, or its body is null", e);
        }
        boolean readable = cause instanceof DatabindException || cause instanceof InputCoercionException;
        if (!readable || isNotOneDocument(cause)) {
            return malformed("The request body is not one well-formed JSON document", e);
        }
        return ProblemException.invalid(Violation.at(pointer(cause.getPath()), detail(cause)));
    }

    private static ProblemException malformed(String detail, Throwable cause) {
        return new ProblemException(ErrorCode.MALFORMED_REQUEST, detail, List.of(), cause);
    }

    private static @Nullable JacksonException jacksonCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException jackson) {
                return jackson;
            }
        }
        return null;
    }

    /** Jackson has no type of its own for a document that is missing, nor for a second one behind the first. */
    private static boolean isNotOneDocument(JacksonException e) {
        return e.getPath().isEmpty()
                && (e.getOriginalMessage().startsWith("Trailing token")
                        || e instanceof MismatchedInputException mismatch && mismatch.getCurrentToken() == null);
    }

    private static String pointer(List<JacksonException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : path) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? String.valueOf(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static String detail(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "is not a known property";
        }
        Class<?> wanted = e instanceof MismatchedInputException mismatch
                ? mismatch.getTargetType()
                : e instanceof InputCoercionException coercion ? coercion.getTargetType() : null;
        return wanted == null ? "is not of the expected type" : "must be " + describe(wanted);
    }

    private static String describe(Class<?> wanted) {
        if (wanted == String.class) {
            return "a JSON string";
        }
        if (wanted == UUID.class) {
            return "a UUID";
        }
        if (wanted == Instant.class) {
            return "an RFC 3339 time with an offset";
        }
        if (wanted == Boolean.class || wanted == boolean.class) {
            return "true or false";
        }
        if (wanted == Integer.class || wanted == int.class) {
            return "a whole number between -2147483648 and 2147483647";
        }
        if (wanted == Long.class || wanted == long.class) {
            return "a whole number of at most 64 bits";
        }
        return Collection.class.isAssignableFrom(wanted) ? "a JSON array" : "a JSON object";
    }
}
