package io.orderflow.system;

import io.orderflow.processes.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends requests as they are written, and tells of the answers as they are. */
final class Caller {

    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Services services;

    Caller(Services services) {
        this.services = services;
    }

    /** Posts a body, with headers given as names and values in turn. */
    Answer post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(services.command, path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Asks the query service. */
    Answer read(String path) {
        return send(HttpRequest.newBuilder(url(services.query, path)).build());
    }

    /** What became of the command that an answer was about. */
    String outcome(Answer answer) {
        return outcome(UUID.fromString(answer.header("X-Command-Id").orElseThrow()));
    }

    /** What became of a command. */
    String outcome(UUID command) {
        return send(HttpRequest.newBuilder(url(services.command, "/api/v1/commands/" + command))
                        .build())
                .body();
    }

    private static URI url(ServiceProcess service, String path) {
        return service.url().resolve(path);
    }

    private static Answer send(HttpRequest request) {
        try {
            return new Answer(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An answer. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
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
