package io.orderflow.query.ordersearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.axon.TestEventStore;
import io.orderflow.query.platform.projection.Sample;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The search over HTTP, with the real store, processors and server: texts that never get as far as the route, too. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class OrderSearchOverHttpTest {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataDir(DynamicPropertyRegistry properties) {
        TestEventStore.createIn(data);
        properties.add("orderflow.data-dir", () -> data);
    }

    @Autowired
    EventStorageEngine events;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID order = UUID.randomUUID();

    @Test
    void a_search_waits_for_the_order_it_is_to_show_and_says_how_fresh_it_is() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting = get("q=" + order + "&wait=30s&after=" + order + ":0");
        create();
        HttpResponse<String> answer = waiting.get(40, TimeUnit.SECONDS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(order.toString(), "\"total\":1").doesNotContain("stale", "incomplete");
        assertThat(answer.headers().firstValue("As-Of")).isPresent();
        assertThat(answer.headers().firstValue("Projection-Lag").orElseThrow()).matches("\\d+ms");
    }

    @Test
    void when_the_patience_is_at_its_end_it_is_called_stale() throws Exception {
        create();
        HttpResponse<String> answer = get("q=a1&wait=0&after=" + order + ":7").get(40, TimeUnit.SECONDS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"stale\":true");
        assertThat(answer.headers().firstValue("Warning")).isPresent();
    }

    static Stream<String> raw() {
        return Stream.of(
                "%",
                "%zz",
                "%ff",
                "%c0%af",
                "%ed%a0%80",
                "%00",
                "a%00",
                "%0d%0aX-Injected:%20a",
                "a'%20or%20'1'='1",
                "%25%5f*",
                "a|b<c>{d}",
                "\u00e4\u00f6",
                "%F0%9F%98%80",
                "%D7%A9%D7%9C%D7%95%D7%9D%20%E2%80%AEa1",
                "a".repeat(10_000),
                "%C3%A4".repeat(3_000));
    }

    @ParameterizedTest
    @MethodSource("raw")
    void answers_as_ever_or_with_a_problem_whatever_comes_over_the_wire(String text) throws Exception {
        String answer = send("GET /api/v1/orders/search?q=" + text + " HTTP/1.1");

        String statusLine = answer.lines().findFirst().orElse("nothing");
        assertThat(statusLine).as(text).matches("HTTP/1.1 (200|400).*");
        assertThat(answer.toLowerCase(Locale.ROOT))
                .doesNotContain("\r\nx-injected:")
                .contains("content-type: application/" + (statusLine.contains("200") ? "json" : "problem+json"));
    }

    private void create() {
        events.appendEvents(new GenericDomainEventMessage<>(
                "Order", OrderEvent.streamOf(order), 0, Sample.created(order, Sample.ADA, Sample.ORDERED)));
    }

    private CompletableFuture<HttpResponse<String>> get(String query) {
        URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/orders/search?" + query);
        return http.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    /** As it is: a client would not send what is no URI. */
    private String send(String requestLine) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
