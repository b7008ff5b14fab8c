package io.orderflow.platform.problem;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers requests that Tomcat itself refuses before any servlet sees them, such as a request line that is no URI;
 * Tomcat would answer with a page of HTML. Public with a public constructor because Tomcat makes it from its name.
 */
public final class ProblemValve extends ErrorReportValve {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Throwable cause = throwable == null ? new IllegalStateException("refused by the container") : throwable;
        try {
            write(request, response, Failures.ofStatus(status, cause));
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("caller gone before it was answered", e);
        }
    }

    /**
     * Answers a request that no servlet is to see.
     *
     * @throws IOException when the caller is gone
     */
    public static void write(Request request, Response response, ProblemException problem) throws IOException {
        String path = request.getRequestURI() == null ? "" : request.getRequestURI();
        ProblemAnswers.log(problem, String.valueOf(request.getMethod()), path);
        response.setStatus(problem.code().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        if (problem.code().status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, ProblemAnswers.RETRY_AFTER_SECONDS);
        }
        Writer writer = response.getReporter();
        if (writer != null) {
            writer.write(JSON.writeValueAsString(Problem.of(problem, path)));
            response.finishResponse();
        }
    }
}
