package io.orderflow.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderflow.api.error.ErrorCode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The body of a problem answer (RFC 9457).
 *
 * @param type a URN made of the code
 * @param title one sentence, the same for every occurrence of the code
 * @param status the HTTP status
 * @param detail one sentence about this occurrence
 * @param instance the path that was asked for
 * @param code the stable reason
 * @param violations what is wrong, field by field; left out when empty
 * @param currentVersion the version that the caller would have had to expect; left out unless that is the reason
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        ErrorCode code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> violations,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long currentVersion) {

    private static final String TYPE = "urn:orderflow:problem:";

    static Problem of(ProblemException problem, String instance) {
        ErrorCode code = problem.code();
        return new Problem(
                TYPE + code.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                code.title(),
                code.status(),
                problem.detail(),
                instance,
                code,
                problem.violations(),
                problem.currentVersion());
    }
}
