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
    private static final int DOUBLINGS_AT_MOST = 3;

    private final HttpClient http;
    private final Json json;
    private final URI uri;
    private final Consumer<LiveEvent> listener;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile CompletableFuture<HttpResponse<byte[]>> connection = new CompletableFuture<>();
    private final Duration silentAtMost;
    private final Object turn = new Object();
    private boolean isTelling; // guarded by turn, as are the next two
    private int connections;
    private @Nullable String lastId;
    private volatile long retryMillis = 1_000;
    private volatile long lastHeard;
    private volatile int refusals;

    private LiveStream(HttpClient http, Json json, URI uri, Consumer<LiveEvent> listener, Duration silentAtMost) {
        this.http = http;
        this.json = json;
        this.uri = uri;
        this.listener = listener;
        this.silentAtMost = silentAtMost;
    }

    static LiveStream open(HttpClient http, Json json, URI uri, Consumer<LiveEvent> listener) {
        return open(http, json, uri, listener, SILENT_AT_MOST);
    }

    static LiveStream open(HttpClient http, Json json, URI uri, Consumer<LiveEvent> listener, Duration silentAtMost) {
        LiveStream stream = new LiveStream(http, json, uri, listener, silentAtMost);
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
        int number;
        synchronized (turn) {
            if (isTelling) { // by a connection that has ended; where to go on is known when the listener returns
                later(jittered(retryMillis), this::connect);
                return;
            }
            number = ++connections;
            if (lastId != null) {
                request.header("Last-Event-ID", lastId);
            }
        }
        lastHeard = System.nanoTime();
        connection = http.sendAsync(request.build(), head -> body(head, number));
        connection.whenComplete((response, failure) -> {
            if (response == null || isPassing(response.statusCode())) {
                refusals = response == null || response.statusCode() == 200 ? 0 : refusals + 1;
                later(jittered(pauseMillis()), this::connect);
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

    private BodySubscriber<byte[]> body(HttpResponse.ResponseInfo head, int number) {
        return head.statusCode() == 200
                ? BodySubscribers.fromLineSubscriber(
                        new LiveEventReader(this::heard, event -> take(event, number)),
                        all -> new byte[0],
                        StandardCharsets.UTF_8,
                        null)
                : BodySubscribers.ofByteArray();
    }

    private void heard(@Nullable Long newRetryMillis) {
        lastHeard = System.nanoTime();
        if (newRetryMillis != null) {
            retryMillis = newRetryMillis;
        }
    }

    /** What a connection has still to say after the next one was begun comes again there. */
    private void take(LiveEvent event, int number) {
        synchronized (turn) {
            if (ended.isDone() || number != connections) {
                return;
            }
            isTelling = true;
        }
        boolean isTold = false;
        try {
            listener.accept(event);
            isTold = true;
        } catch (RuntimeException | Error e) {
            ended.completeExceptionally(e);
            close();
        } finally {
            synchronized (turn) {
                lastHeard = System.nanoTime(); // nothing was read meanwhile
                isTelling = false;
                if (isTold && event.id() != null) {
                    lastId = event.id();
                }
            }
        }
    }

    /**
     * A connection that has died without a word would be waited on for ever: a living one has a heartbeat. While a listener
     * works nothing is heard, however alive it is.
     */
    private void watch() {
        if (!ended.isDone()) {
            boolean isSilent;
            synchronized (turn) {
                isSilent = !isTelling && System.nanoTime() - lastHeard > silentAtMost.toNanos();
            }
            if (isSilent) {
                connection.cancel(true);
            }
            later(silentAtMost.toMillis(), this::watch);
        }
    }

    private static boolean isPassing(int status) {
        return status == 200 || status == TOO_MANY_REQUESTS || status >= 500;
    }

    /** A service that refuses is busy, perhaps with as many others that have just come back: it is asked less often. */
    private long pauseMillis() {
        return retryMillis << Math.min(Math.max(0, refusals - 1), DOUBLINGS_AT_MOST);
    }

    /** So that many clients do not come back at the same moment. */
    private static long jittered(long millis) {
        return millis / 2 + ThreadLocalRandom.current().nextLong(millis + 1);
    }

    private static void later(long millis, Runnable work) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(work);
    }
}
