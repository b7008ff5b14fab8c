package io.orderflow.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A live stream of server-sent events that is being read, without a thread of its own. Whenever the connection ends it comes
 * back by itself and goes on after the last event, for as long as it takes, until it is closed.
 */
public final class LiveStream implements AutoCloseable {

    private static final Duration SILENT_AT_MOST = Duration.ofSeconds(45);
    private static final int NO_CONTENT = 204;
    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpClient http;
    private final Json json;
    private final URI uri;
    private final Consumer<LiveEvent> listener;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile CompletableFuture<HttpResponse<byte[]>> connection = new CompletableFuture<>();
    private volatile @Nullable String lastId;
    private volatile long retryMillis = 1_000;
    private volatile long lastHeard;

    private LiveStream(HttpClient http, Json json, URI uri, Consumer<LiveEvent> listener) {
        this.http = http;
        this.json = json;
        this.uri = uri;
        this.listener = listener;
    }

    static LiveStream open(HttpClient http, Json json, URI uri, Consumer<LiveEvent> listener) {
        LiveStream stream = new LiveStream(http, json, uri, listener);
        stream.connect();
        stream.watch();
        return stream;
    }

    /**
     * Completed when nothing will come any more: because there is nothing more to tell, or the stream was closed.
     * Completed with an {@link ApiProblem} when the service refuses it, and with what a listener has thrown.
     */
    public CompletionStage<Void> ended() {
        return ended.minimalCompletionStage();
    }

    @Override
    public void close() {
        ended.complete(null);
        connection.cancel(true);
    }

    private void connect() {
        if (ended.isDone()) {
            return;
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "text/event-stream");
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        lastHeard = System.nanoTime();
        connection = http.sendAsync(request.build(), this::body);
        connection.whenComplete((response, failure) -> {
            if (response == null || isPassing(response.statusCode())) {
                later(jittered(retryMillis), this::connect);
            } else if (response.statusCode() == NO_CONTENT) {
                ended.complete(null);
            } else {
                ended.completeExceptionally(json.problem(response.statusCode(), response.body()));
            }
        });
        if (ended.isDone()) { // closed while connecting
            connection.cancel(true);
        }
    }

    private BodySubscriber<byte[]> body(HttpResponse.ResponseInfo head) {
        return head.statusCode() == 200
                ? BodySubscribers.fromLineSubscriber(
                        new LiveEventReader(this::heard, this::take), all -> new byte[0], StandardCharsets.UTF_8, null)
                : BodySubscribers.ofByteArray();
    }

    private void heard(@Nullable Long newRetryMillis) {
        lastHeard = System.nanoTime();
        if (newRetryMillis != null) {
            retryMillis = newRetryMillis;
        }
    }

    private void take(LiveEvent event) {
        if (ended.isDone()) {
            return;
        }
        try {
            listener.accept(event);
        } catch (RuntimeException | Error e) {
            ended.completeExceptionally(e);
            close();
            return;
        }
        if (event.id() != null) {
            lastId = event.id();
        }
    }

    /** A connection that has died without a word would be waited on for ever: a living one has a heartbeat. */
    private void watch() {
        if (!ended.isDone()) {
            if (System.nanoTime() - lastHeard > SILENT_AT_MOST.toNanos()) {
                connection.cancel(true);
            }
            later(SILENT_AT_MOST.toMillis(), this::watch);
        }
    }

    private static boolean isPassing(int status) {
        return status == 200 || status == TOO_MANY_REQUESTS || status >= 500;
    }

    /** So that many clients do not come back at the same moment. */
    private static long jittered(long millis) {
        return millis / 2 + ThreadLocalRandom.current().nextLong(millis + 1);
    }

    private static void later(long millis, Runnable work) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(work);
    }
}
