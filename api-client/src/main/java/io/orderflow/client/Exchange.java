package io.orderflow.client;

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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;

/** Sends a call and tries it again where that helps; it cannot do harm, because every command has a key. */
final class Exchange {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    private final HttpClient http;
    private final Json json;
    private final Duration timeout;
    private final RetryPolicy retries;

    Exchange(HttpClient http, Json json, Duration timeout, RetryPolicy retries) {
        this.http = http;
        this.json = json;
        this.timeout = timeout;
        this.retries = retries;
    }

    Json json() {
        return json;
    }

    <T> T send(Call call, JavaType answer) {
        // one key for all tries: the service remembers it and carries the command out once
        HttpRequest request = request(call, UUID.randomUUID().toString());
        long end = System.nanoTime() + retries.giveUpAfter().toNanos();
        boolean mayHaveHappened = false;
        for (int failures = 1; ; failures++) {
            Failure failure = null;
            try {
                HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
                failure = failureOf(call, response);
                if (failure == null) {
                    return read(call, response, answer);
                }
            } catch (IOException e) {
                failure = new Failure(hasBeenSent(e), Duration.ZERO, call + " got no answer: " + reason(e), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OutcomeUnknown("interrupted while waiting for an answer", e);
            }
            mayHaveHappened |= failure.mayHaveHappened() && call.isCommand();
            Duration pause = retries.pause(failures, failure.retryAfter());
            if (System.nanoTime() + pause.toNanos() > end) {
                throw failure.exception(mayHaveHappened);
            }
            sleep(pause);
        }
    }

    <T> Optional<T> find(Call call, JavaType answer) {
        try {
            return Optional.of(send(call, answer));
        } catch (ApiProblem e) {
            if (e.status() == 404 && e.code().endsWith("_NOT_FOUND")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    LiveStream follow(URI uri, Consumer<LiveEvent> listener) {
        return LiveStream.open(http, json, uri, listener);
    }

    private HttpRequest request(Call call, String newKey) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .timeout(timeout)
                .header("Accept", "application/json, application/problem+json");
        if (call.isCommand()) {
            @Nullable String key = call.terms().key();
            request.header("Idempotency-Key", key == null ? newKey : key);
        }
        if (call.terms().version() != null) {
            request.header("If-Match", "\"" + call.terms().version() + "\"");
        }
        if (call.body() == null) {
            return request.method(call.method(), BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(call.method(), BodyPublishers.ofByteArray(json.write(call.body())))
                .build();
    }

    private @Nullable Failure failureOf(Call call, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return null;
        }
        ApiProblem problem = json.problem(status, response.body());
        boolean unknown = status == GATEWAY_TIMEOUT || status == BAD_GATEWAY;
        boolean busy = status == UNAVAILABLE || status == TOO_MANY_REQUESTS || problem.is("CONCURRENT_CHANGE");
        if (!unknown && !busy) {
            throw problem;
        }
        return new Failure(unknown, retryAfter(response), call + " was answered " + problem.getMessage(), problem);
    }

    private <T> T read(Call call, HttpResponse<byte[]> response, JavaType answer) {
        try {
            T read = call.isCommand()
                    ? json.readAnswer(response.body(), answer, isReplayed(response))
                    : json.read(response.body(), answer);
            if (read == null) {
                throw new OutcomeUnknown(call + " was answered with nothing", null);
            }
            return read;
        } catch (JacksonException e) {
            throw new OutcomeUnknown(call + " was answered with something unreadable", e);
        }
    }

    private static boolean isReplayed(HttpResponse<?> response) {
        return response.headers().firstValue("Idempotent-Replayed").isPresent();
    }

    private static boolean hasBeenSent(IOException e) {
        return !(e instanceof ConnectException || e instanceof HttpConnectTimeoutException);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        String seconds = response.headers().firstValue("Retry-After").orElse("0");
        // the other form of the header, a date, asks for a clock that both sides agree on
        return seconds.matches("\\d{1,5}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutcomeUnknown("interrupted while waiting to try again", e);
        }
    }

    private record Failure(boolean mayHaveHappened, Duration retryAfter, String message, Exception cause) {

        OrderflowException exception(boolean anyTryMayHaveHappened) {
            if (anyTryMayHaveHappened) {
                return new OutcomeUnknown(message, cause);
            }
            return cause instanceof ApiProblem problem ? problem : new ServiceUnreachable(message, cause);
        }
    }
}
