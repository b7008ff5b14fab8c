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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
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
final class RunningService implements AutoCloseable {

    private static final String CALLER = "X-Test-Caller";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;
    private final String url;

    RunningService(Path data) {
        context = new SpringApplicationBuilder(CommandServiceApplication.class, NamedCallers.class)
                .properties("server.port=0", "orderflow.data-dir=" + data)
                .run();
        url = "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port") + "/api/v1";
    }

    /** What a caller can see of an answer. */
    record Answer(int status, String body, @Nullable String etag, @Nullable String location, boolean replayed) {

        Answer notReplayed() {
            return new Answer(status, body, etag, location, false);
        }
    }

    Answer send(String method, String path, @Nullable String body, String... headers) {
        return sendAsync(method, path, body, headers).join();
    }

    /** The answers to the same request sent so often at the same time. */
    List<Answer> sendTwins(int count, String method, String path, @Nullable String body, String... headers) {
        List<CompletableFuture<Answer>> twins = IntStream.range(0, count)
                .mapToObj(i -> sendAsync(method, path, body, headers))
                .toList();
        return twins.stream().map(CompletableFuture::join).toList();
    }

    CompletableFuture<Answer> sendAsync(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(RunningService::answer);
    }

    /** The names of a stream's events. */
    List<String> events(String stream) {
        return context.getBean(EventStore.class)
                .readEvents(stream)
                .asStream()
                .map(DomainEventMessage::getPayloadType)
                .map(Class::getSimpleName)
                .toList();
    }

    /** The database of the event store. */
    JdbcClient store() {
        return JdbcClient.create(context.getBean("eventStoreDataSource", DataSource.class));
    }

    static String[] as(String caller, String... headers) {
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
