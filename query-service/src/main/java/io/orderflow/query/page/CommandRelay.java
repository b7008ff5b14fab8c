package io.orderflow.query.page;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.platform.problem.Violation;
import io.orderflow.platform.web.CorrelationId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Carries the page's commands to the command service, unchanged, and its answers back: a browser then needs one address,
 * and the page's policy allows no other. For the page only; programs send commands to the command service.
 */
@RestController
class CommandRelay {

    private static final String PREFIX = "/commands";
    private static final String KEY = "Idempotency-Key";
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(3);
    private static final List<String> ASKED =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.AUTHORIZATION, KEY, HttpHeaders.IF_MATCH);
    private static final List<String> ANSWERED = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ETAG,
            HttpHeaders.LOCATION,
            HttpHeaders.RETRY_AFTER,
            "X-Command-Id",
            "Idempotent-Replayed");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .build();
    private final PageSettings settings;

    CommandRelay(PageSettings settings) {
        this.settings = settings;
    }

    /**
     * A command. Its key is required: with it the page may send it again, and no other site can make a browser send it,
     * because a header of one's own is not sent elsewhere without asking.
     */
    @RequestMapping(
            path = PREFIX + "/api/v1/**",
            method = {RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE})
    CompletableFuture<ResponseEntity<byte[]>> command(
            HttpServletRequest request, @RequestBody(required = false) byte @Nullable [] body) {
        if (request.getHeader(KEY) == null) {
            throw ProblemException.invalid(Violation.of(KEY, "is required"));
        }
        return answer(to(RelayedPath.of(request, PREFIX), settings.commandTimeout(), request)
                .method(
                        request.getMethod(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body)));
    }

    /** What became of a command. */
    @GetMapping(PREFIX + "/api/v1/commands/*")
    CompletableFuture<ResponseEntity<byte[]>> outcome(HttpServletRequest request) {
        return answer(to(RelayedPath.of(request, PREFIX), settings.commandTimeout(), request));
    }

    /** Whether the command service is ready, as it says itself. */
    @GetMapping(PREFIX + "/health")
    CompletableFuture<ResponseEntity<byte[]>> health(HttpServletRequest request) {
        return answer(to("/actuator/health/readiness", HEALTHY_WITHIN, request));
    }

    private HttpRequest.Builder to(String path, Duration within, HttpServletRequest request) {
        HttpRequest.Builder asked =
                HttpRequest.newBuilder(URI.create(base() + path)).timeout(within);
        ASKED.forEach(name -> {
            if (request.getHeader(name) != null) {
                asked.header(name, request.getHeader(name));
            }
        });
        return asked.header(CorrelationId.HEADER, CorrelationId.of(request));
    }

    private String base() {
        String url = settings.commandUrl().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private CompletableFuture<ResponseEntity<byte[]>> answer(HttpRequest.Builder asked) {
        return http.sendAsync(asked.build(), BodyHandlers.ofByteArray()).handle((answer, failure) -> {
            if (failure != null) {
                throw problem(failure);
            }
            return ResponseEntity.status(answer.statusCode())
                    .headers(headers(answer))
                    .body(answer.body());
        });
    }

    private static HttpHeaders headers(HttpResponse<byte[]> answer) {
        HttpHeaders headers = new HttpHeaders();
        ANSWERED.forEach(name -> answer.headers().firstValue(name).ifPresent(value -> headers.set(name, value)));
        headers.setCacheControl("no-store");
        return headers;
    }

    /** What could not be sent has had no effect; what was sent and not answered may have had one. */
    private static RuntimeException problem(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return new ProblemException(
                    ErrorCode.UNAVAILABLE, "The command service cannot be reached; nothing was done");
        }
        return cause instanceof IOException
                ? new ProblemException(
                        ErrorCode.OUTCOME_UNKNOWN, "The command service did not answer; send the same request again")
                : new CompletionException(cause);
    }
}
