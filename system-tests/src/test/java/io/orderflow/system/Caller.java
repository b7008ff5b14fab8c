package io.orderflow.system;

import static org.awaitility.Awaitility.await;

import io.orderflow.processes.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends requests as they are written, and tells of the answers as they are; but a service that is busy is asked again. */
final class Caller {

    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Services services;

    Caller(Services services) {
        this.services = services;
    }

    /** Posts a body under a key of its own, with more headers given as names and values in turn. */
    Answer post(String path, String body, String... headers) {
        return postAs(UUID.randomUUID().toString(), path, body, headers);
    }

    /** Posts a body under a key. */
    Answer postAs(String key, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(services.command, path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Asks the query service. */
    Answer read(String path) {
        return send(HttpRequest.newBuilder(url(services.query, path)));
    }

    /** Deletes something of the query service. */
    Answer delete(String path) {
        return send(HttpRequest.newBuilder(url(services.query, path)).DELETE());
    }

    /** What became of the command that an answer was about. */
    String outcome(Answer answer) {
        return outcome(UUID.fromString(answer.header("X-Command-Id").orElseThrow()));
    }

    /** What became of a command. */
    String outcome(UUID command) {
        return send(HttpRequest.newBuilder(url(services.command, "/api/v1/commands/" + command)))
                .body();
    }

    private static URI url(ServiceProcess service, String path) {
        return service.url().resolve(path);
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpRequest bounded = request.timeout(PATIENCE).build();
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> sendOnce(bounded), answer -> !answer.isPassing());
    }

    private static Answer sendOnce(HttpRequest request) throws IOException, InterruptedException {
        return new Answer(HTTP.send(request, BodyHandlers.ofString()));
    }

    /** An answer. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        /** Whether it asks for another try, which is one and the same command. */
        private boolean isPassing() {
            return status() >= 503 || problem().equals("409 CONCURRENT_CHANGE");
        }

        String body() {
            return response.body();
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** Its status, and the code of the problem that it tells of. */
        String problem() {
            Matcher code = CODE.matcher(body());
            return status() + " " + (code.find() ? code.group(1) : body());
        }
    }
}
