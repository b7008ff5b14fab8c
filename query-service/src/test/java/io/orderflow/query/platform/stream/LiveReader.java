package io.orderflow.query.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/** A client of a live stream, for tests. Needs no thread of its own. */
public final class LiveReader implements AutoCloseable {

    private final Lines lines = new Lines();
    private final CompletableFuture<HttpResponse<String>> answer;

    private LiveReader(HttpClient http, HttpRequest request) {
        answer = http.sendAsync(
                request,
                head -> head.statusCode() == 200
                        ? BodySubscribers.fromLineSubscriber(lines, all -> "", StandardCharsets.UTF_8, null)
                        : BodyHandlers.ofString().apply(head));
    }

    /**
     * Connects.
     *
     * @param lastId the {@code Last-Event-ID}, or null for none
     */
    public static LiveReader open(HttpClient http, URI uri, @Nullable String lastId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "text/event-stream");
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        return new LiveReader(http, request.build());
    }

    /** The whole answer, once the stream is at its end, or at once if it was refused. */
    public HttpResponse<String> answer() {
        await().atMost(Duration.ofSeconds(60)).until(answer::isDone);
        return answer.join();
    }

    /** Whether the connection is at its end. */
    public boolean isOver() {
        return answer.isDone();
    }

    /** Everything that has come. */
    public List<String> lines() {
        return lines.all;
    }

    /** Waits for so many events of a kind. */
    public void awaitFrames(String name, int count) {
        patiently().untilAsserted(() -> assertThat(lines.all.stream().filter(("event: " + name)::equals))
                .as("%s, until now %s", answer, lines.all)
                .hasSizeGreaterThanOrEqualTo(count));
    }

    /** The data of all events of a kind that have come. */
    public List<String> data(String name) {
        List<String> data = new ArrayList<>();
        for (int i = 1; i < lines.all.size(); i++) {
            if (lines.all.get(i).startsWith("data: ") && lines.all.get(i - 1).equals("event: " + name)) {
                data.add(lines.all.get(i).substring("data: ".length()));
            }
        }
        return data;
    }

    /** The ids of all events that have come. */
    public List<String> ids() {
        return lines.all.stream()
                .filter(line -> line.startsWith("id: "))
                .map(line -> line.substring("id: ".length()))
                .toList();
    }

    /** The id of the last event that has come. */
    public String lastId() {
        List<String> ids = ids();
        return ids.get(ids.size() - 1);
    }

    @Override
    public void close() {
        lines.cancel();
        answer.cancel(true);
    }

    private static ConditionFactory patiently() {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(60));
    }

    private static final class Lines implements Flow.Subscriber<String> {

        private final List<String> all = new CopyOnWriteArrayList<>();
        private Flow.@Nullable Subscription subscription;

        @Override
        public synchronized void onSubscribe(Flow.Subscription begun) {
            subscription = begun;
            begun.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            all.add(line);
        }

        @Override
        public void onError(Throwable failure) {
            // the answer says so
        }

        @Override
        public void onComplete() {
            // the answer says so
        }

        private synchronized void cancel() {
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }
}
