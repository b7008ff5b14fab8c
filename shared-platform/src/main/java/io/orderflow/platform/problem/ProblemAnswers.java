package io.orderflow.platform.problem;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.api.metadata.MetadataKeys;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Makes the answer for a problem, and logs one line for it without a value that the caller sent. */
final class ProblemAnswers {

    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);
    static final String RETRY_AFTER_SECONDS = "1";

    private ProblemAnswers() {}

    static ResponseEntity<Problem> answer(Throwable failure, HttpServletRequest request, String path) {
        ProblemException problem = Failures.problem(failure);
        log(problem, request.getMethod(), path);
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(Failures.headers(failure));
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.code().status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (problem.currentVersion() != null) {
            headers.setETag('"' + problem.currentVersion().toString() + '"');
        }
        return ResponseEntity.status(problem.code().status()).headers(headers).body(Problem.of(problem, path));
    }

    static void log(ProblemException problem, String method, String path) {
        ErrorCode code = problem.code();
        String line = "request refused code={} status={} method={} path={} violations={} correlationId={}";
        Object[] values = {
            code,
            code.status(),
            method,
            printable(path),
            problem.violations().size(),
            MDC.get(MetadataKeys.CORRELATION_ID)
        };
        if (code == ErrorCode.INTERNAL_ERROR || code == ErrorCode.NO_HANDLER) {
            log.atError().setCause(problem.getCause()).log(line, values);
        } else if (code == ErrorCode.OVERLOADED) {
            // a line for each would be a load of its own: the figures tell
            log.atDebug().log(line, values);
        } else if (code.status() >= 500) {
            log.atWarn().setCause(problem.getCause()).log(line, values);
        } else if (code.status() == 404 && method.equals("GET")) {
            // a client that waits for a view to appear asks again and again
            log.atDebug().log(line, values);
        } else {
            log.atInfo().log(line, values);
        }
    }

    /** A control character in a path would forge a line. */
    private static String printable(String path) {
        return path.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
