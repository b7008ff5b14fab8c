package io.orderflow.command.retry;

import io.orderflow.command.CommandServiceApplication;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole command service on a data folder and a free port. Callers name themselves in a header. */
public final class RunningService implements AutoCloseable {

    private static final String CALLER = "X-Test-Caller";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;
    private final String url;

    public RunningService(Path data, String... settings) {
        context = new SpringApplicationBuilder(CommandServiceApplication.class, NamedCallers.class)
                .properties(
                        "orderflow.data-dir=" + data,
                        // many twins at a service that has just started
                        "orderflow.command.turn-wait=9s",
                        "orderflow.command.lock-wait=9s",
                        "orderflow.command.decide-within=9s")
                .run(Stream.concat(Stream.of("--server.port=0"), Stream.of(settings))
                        .toArray(String[]::new));
        url = "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port") + "/api/v1";
    }

    /** What a caller can see of an answer. */
    public record Answer(int status, String body, @Nullable String etag, @Nullable String location, boolean replayed) {

        public Answer notReplayed() {
            return new Answer(status, body, etag, location, false);
        }
    }

    public Answer send(String method, String path, @Nullable String body, String... headers) {
        return sendAsync(method, path, body, headers).join();
    }

    /** The answers to the same request sent so often at the same time. */
    public List<Answer> sendTwins(int count, String method, String path, @Nullable String body, String... headers) {
        List<CompletableFuture<Answer>> twins = IntStream.range(0, count)
                .mapToObj(i -> sendAsync(method, path, body, headers))
                .toList();
        return twins.stream().map(CompletableFuture::join).toList();
    }

    public CompletableFuture<Answer> sendAsync(String method, String path, @Nullable String body, String... headers) {
        return exchange(method, path, body, headers).thenApply(RunningService::answer);
    }

    /** The answer with everything that comes with it. */
    public CompletableFuture<HttpResponse<String>> exchange(
            String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    /** The names of a stream's events. */
    public List<String> events(String stream) {
        return context.getBean(EventStore.class)
                .readEvents(stream)
                .asStream()
                .map(DomainEventMessage::getPayloadType)
                .map(Class::getSimpleName)
                .toList();
    }

    /** A part of the service. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Whether the service says that it lives, and may be sent requests. */
    public boolean isWell() {
        return Stream.of("liveness", "readiness").allMatch(probe -> {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url).resolve("/actuator/health/" + probe))
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return http.sendAsync(request, BodyHandlers.discarding()).join().statusCode() == 200;
        });
    }

    /** The port it listens at. */
    public int port() {
        return URI.create(url).getPort();
    }

    /** The database of the event store. */
    public JdbcClient store() {
        return JdbcClient.create(context.getBean("eventStoreDataSource", DataSource.class));
    }

    /** The headers of a request that somebody with a name sends. */
    public static String[] as(String caller, String... headers) {
        String[] all = List.of(headers).toArray(new String[headers.length + 2]);
        all[headers.length] = CALLER;
        all[headers.length + 1] = caller;
        return all;
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("ETag").orElse(null),
                response.headers().firstValue("Location").orElse(null),
                response.headers().firstValue("Idempotent-Replayed").isPresent());
    }

    @Override
    public void close() {
        context.close();
    }

    static class NamedCallers {

        @Bean
        FilterRegistrationBean<Filter> namedCallers() {
            return new FilterRegistrationBean<>((request, response, chain) ->
                    chain.doFilter(new NamedRequest((HttpServletRequest) request), response));
        }
    }

    private static final class NamedRequest extends HttpServletRequestWrapper {

        NamedRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable Principal getUserPrincipal() {
            String caller = getHeader(CALLER);
            return caller == null ? null : () -> caller;
        }
    }
}
