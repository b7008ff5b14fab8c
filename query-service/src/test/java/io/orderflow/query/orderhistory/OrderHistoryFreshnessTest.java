package io.orderflow.query.orderhistory;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.api.metadata.MetadataKeys;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.axon.TestEventStore;
import io.orderflow.query.platform.projection.Sample;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The order history over HTTP, with the real store, serializer and processors. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class OrderHistoryFreshnessTest {

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
    private final OrderCreated created = Sample.created(UUID.randomUUID(), Sample.ADA, Sample.ORDERED);

    @Test
    void the_history_waits_for_a_version_and_shows_the_event_as_the_store_has_it() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting = get("/history?payload=true&minVersion=1&wait=30s");
        append(0, created);
        append(1, Sample.placed(created));
        HttpResponse<String> answer = waiting.get(40, TimeUnit.SECONDS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .doesNotContain("stale")
                .contains("\"total\":2", "\"userId\":\"shop\"", "\"commandId\":\"" + command(1) + "\"")
                .contains("\"payload\":{\"orderId\":\"" + created.orderId() + "\",\"customerId\":")
                .contains("\"unitPrice\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}", "\"expiresAt\":null");
        assertThat(answer.headers().firstValue("As-Of")).isPresent();
    }

    @Test
    void an_order_as_it_stood_waits_for_the_history_and_not_for_the_details() throws Exception {
        CompletableFuture<HttpResponse<String>> byVersion = get("?asOfVersion=1&minVersion=1&wait=30s");
        CompletableFuture<HttpResponse<String>> byTime = get("?asOf=2999-01-01&minVersion=1&wait=30s");
        append(0, created);
        append(1, Sample.placed(created));

        assertThat(byVersion.get(40, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(byVersion.join().body()).contains("\"version\":1", "PLACED").doesNotContain("stale");
        assertThat(byTime.get(40, TimeUnit.SECONDS).body())
                .isEqualTo(byVersion.join().body());
        HttpResponse<String> outdated =
                get("?asOfVersion=0&minVersion=2&wait=0").get(40, TimeUnit.SECONDS);
        assertThat(outdated.body()).contains("PENDING", "\"stale\":true");
    }

    private void append(long version, OrderEvent event) {
        events.appendEvents(new GenericDomainEventMessage<>(
                "Order",
                OrderEvent.streamOf(created.orderId()),
                version,
                event,
                Map.of(MetadataKeys.USER_ID, "shop", MetadataKeys.COMMAND_ID, command(version))));
    }

    private String command(long version) {
        return created.orderId() + "-" + version;
    }

    private CompletableFuture<HttpResponse<String>> get(String route) {
        URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/orders/" + created.orderId() + route);
        return http.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
