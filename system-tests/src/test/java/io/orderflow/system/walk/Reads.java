package io.orderflow.system.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads from the query service as any HTTP client does: bytes first, then JSON as maps, lists and exact numbers. */
final class Reads {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final int PAGE = 50;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;

    Reads(URI service) {
        this.service = service;
    }

    /** The answer's body, which must be a success and not stale. */
    String body(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Warning")).as(path).isEmpty();
        return answer.body();
    }

    Map<String, Object> object(String path) {
        return parsed(body(path));
    }

    /** The code of the problem that the answer must be. */
    Object problem(String path) {
        return parsed(get(path).body()).get("code");
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> parsed(String json) {
        return JSON.readValue(json, Map.class);
    }

    /** Every item of every page; what the pages say of themselves must agree. */
    List<Map<String, Object>> pages(String path) {
        List<Map<String, Object>> all = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        for (long page = 1, pages = 1; page <= pages; page++) {
            Map<String, Object> answer = object("%s%spage=%d&pageSize=%d".formatted(path, separator, page, PAGE));
            pages = (Long) answer.get("totalPages");
            all.addAll(items(answer));
            assertThat(answer.get("page")).as(path).isEqualTo(page);
            if (page >= pages) {
                assertThat(answer.get("total")).as("total of %s", path).isEqualTo((long) all.size());
                assertThat(pages).as("pages of %s", path).isEqualTo((all.size() + PAGE - 1) / PAGE);
            }
        }
        return all;
    }

    /** Every item of a list that is read by cursor. */
    List<Map<String, Object>> slices(String path) {
        List<Map<String, Object>> all = new ArrayList<>();
        Object cursor = "*";
        while (cursor != null) {
            Map<String, Object> answer = object("%s&pageSize=%d&cursor=%s".formatted(path, PAGE, cursor));
            all.addAll(items(answer));
            cursor = answer.get("nextCursor");
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> items(Map<String, Object> answer) {
        return (List<Map<String, Object>>) answer.get("items");
    }

    /** Up to when the read model behind a route shows everything. */
    Instant asOf(String path) {
        return get(path).headers().firstValue("As-Of").map(Instant::parse).orElse(Instant.MIN);
    }

    private HttpResponse<String> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
