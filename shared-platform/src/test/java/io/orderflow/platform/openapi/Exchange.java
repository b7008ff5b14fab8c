package io.orderflow.platform.openapi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a service has answered to a request.
 *
 * @param status the HTTP status
 * @param mediaType the body's media type without parameters; empty without a body
 * @param headers the headers by their names in small letters, each with its first value
 * @param body the body; of a stream, what comes first
 */
public record Exchange(int status, String mediaType, Map<String, String> headers, String body) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String STREAM = "text/event-stream";

    /**
     * Sends a request.
     *
     * @param service where the service is
     * @param request method and address, as an example has them
     */
    public static Exchange send(URI service, String request, @Nullable String body, String... headers) {
        String[] parts = request.split(" ", 2);
        HttpRequest.Builder message = HttpRequest.newBuilder(service.resolve(parts[1]))
                .method(parts[0], body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null && !List.of(headers).contains("Content-Type")) {
            message.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            message.headers(headers);
        }
        try {
            return of(HTTP.send(message.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Exchange of(HttpResponse<InputStream> response) throws IOException {
        String type = response.headers()
                .firstValue("Content-Type")
                .map(value -> value.split(";")[0])
                .orElse("");
        try (InputStream body = response.body()) {
            return new Exchange(
                    response.statusCode(),
                    type,
                    headers(response),
                    type.equals(STREAM) ? firstEvent(body) : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        Map<String, String> first = new TreeMap<>();
        response.headers().map().forEach((name, values) -> first.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return first;
    }

    /** A stream has no end; it is read until the first event is complete. */
    private static String firstEvent(InputStream stream) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        StringBuilder read = new StringBuilder();
        boolean complete = false;
        while (!complete) {
            String line = lines.readLine();
            if (line == null) {
                throw new AssertionError("the stream has ended after " + read);
            }
            read.append(line).append('\n');
            complete = line.isEmpty() && read.indexOf("data:") >= 0;
        }
        return read.toString();
    }

    /** The body as it is kept in a file. */
    String text() {
        boolean json = mediaType.endsWith("json");
        String text = json ? GoldenFiles.pretty(body) : body;
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }
}
