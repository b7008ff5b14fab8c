package io.orderflow.query.platform.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.axon.TestEventStore;
import io.orderflow.query.platform.projection.Sample;
import jakarta.persistence.EntityManagerFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Read your writes, over HTTP, with the real processors. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class FreshnessTest {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataDir(DynamicPropertyRegistry properties) {
        TestEventStore.createIn(data);
        properties.add("orderflow.data-dir", () -> data);
    }

    @Autowired
    EventStorageEngine events;

    @Autowired
    Arrivals arrivals;

    @Autowired
    ReadPositions positions;

    @Autowired
    EntityManagerFactory entityManagers;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID order = UUID.randomUUID();

    @Test
    void an_answer_that_holds_the_version_is_given_at_once_and_says_how_fresh_it_is() throws Exception {
        create(order);
        HttpResponse<String> answer =
                get("/orders/" + order + "?minVersion=0&wait=20s").get(10, TimeUnit.SECONDS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("stale");
        assertThat(answer.headers().firstValue("Warning")).isEmpty();
        Instant asOf = Instant.parse(answer.headers().firstValue("As-Of").orElseThrow());
        assertThat(Duration.between(asOf, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(answer.headers().firstValue("Projection-Lag").orElseThrow()).matches("\\d+ms");
    }

    @Test
    void a_reader_waits_for_an_order_that_is_not_there_yet() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting = get("/orders/" + order + "?minVersion=1&wait=20s");
        await().atMost(Duration.ofSeconds(10)).until(() -> arrivals.count() == 1);

        create(order);
        await().during(Duration.ofMillis(300)).until(() -> !waiting.isDone()); // version 0 is not what it waits for
        place(order);

        assertThat(waiting.get(10, TimeUnit.SECONDS).body())
                .contains("\"version\":1", "PLACED")
                .doesNotContain("stale");
        assertThat(arrivals.count()).isZero();
    }

    @Test
    void a_preference_is_waited_for_like_a_parameter() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/orders/" + order + "?minVersion=0"))
                .header("Prefer", "respond-async, wait=20")
                .build();
        CompletableFuture<HttpResponse<String>> waiting = http.sendAsync(request, BodyHandlers.ofString());
        await().atMost(Duration.ofSeconds(10)).until(() -> arrivals.count() == 1);
        create(order);

        assertThat(waiting.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void a_list_waits_for_every_order_it_is_to_show() throws Exception {
        UUID other = UUID.randomUUID();
        CompletableFuture<HttpResponse<String>> waiting =
                get("/orders?wait=20s&pageSize=100&after=" + order + ":0," + other + ":0");
        await().atMost(Duration.ofSeconds(10)).until(() -> arrivals.count() == 2);
        create(order);
        create(other);

        assertThat(waiting.get(10, TimeUnit.SECONDS).body()).contains(order.toString(), other.toString());
        assertThat(arrivals.count()).isZero();
    }

    /** Both the wait and the export leave the request's thread and come back to it. */
    @Test
    void an_export_that_has_waited_is_given_once() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting =
                get("/orders?wait=20s&format=csv&from=2000-01-01&after=" + order + ":0");
        await().atMost(Duration.ofSeconds(10)).until(() -> arrivals.count() == 1);
        create(order);

        assertThat(waiting.get(10, TimeUnit.SECONDS).body().lines())
                .filteredOn(line -> line.contains(order.toString()))
                .hasSize(1);
        HttpResponse<String> stale =
                get("/orders?wait=100ms&format=csv&after=" + order + ":7").get(10, TimeUnit.SECONDS);
        assertThat(stale.headers().firstValue("Warning"))
                .hasValueSatisfying(warning -> assertThat(warning).startsWith("110"));
        assertThat(stale.body().lines())
                .filteredOn(line -> line.contains(order.toString()))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"/orders/{order}?minVersion=7&wait=200ms", "/orders?after={order}:7&wait=0"})
    void when_the_patience_is_at_its_end_the_older_data_are_given_and_called_stale(String route) throws Exception {
        create(order);
        get("/orders/" + order + "?minVersion=0&wait=20s").get(10, TimeUnit.SECONDS);
        HttpResponse<String> answer =
                get(route.replace("{order}", order.toString())).get(10, TimeUnit.SECONDS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"stale\":true");
        assertThat(answer.headers().firstValue("Warning"))
                .hasValueSatisfying(w -> assertThat(w).startsWith("110 "));
        assertThat(arrivals.count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"/orders/{order}?minVersion=7&wait=0", "/orders?after={order}:7&wait=20ms"})
    void what_is_stale_is_sent_in_full_to_who_has_it_already(String route) throws Exception {
        create(order);
        get("/orders/" + order + "?minVersion=0&wait=20s").get(10, TimeUnit.SECONDS);
        URI uri = uri(route.replace("{order}", order.toString()));
        for (String seen : List.of(
                "*",
                get(uri).get(10, TimeUnit.SECONDS).headers().firstValue("ETag").orElseThrow())) {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).header("If-None-Match", seen).build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(seen).isEqualTo(200);
            assertThat(answer.body()).contains("\"stale\":true");
        }
    }

    /** Asked for ten times, as the server's own clock may happen to be right once. */
    @Test
    void a_short_wait_does_not_last_until_the_server_looks_for_what_has_timed_out() throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            get("/orders/" + order + "?minVersion=0&wait=10ms").get(10, TimeUnit.SECONDS);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_reader_of_a_model_that_is_read_here_alone_does_not_ask_the_database_again_and_again() throws Exception {
        await().until(() -> positions.isReadHereAlone("order-details"));
        CompletableFuture<HttpResponse<String>> waiting = get("/orders/" + order + "?minVersion=0&wait=20s");
        await().atMost(Duration.ofSeconds(10)).until(() -> arrivals.count() == 1);
        AtomicBoolean looked = new AtomicBoolean();
        Runnable end = arrivals.watch(() -> looked.set(true), () -> {});
        await().pollDelay(Duration.ofMillis(1_500)).until(() -> true); // until a look is due
        Statistics statistics =
                entityManagers.unwrap(SessionFactoryImplementor.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        arrivals.lookAgain();
        statistics.setStatisticsEnabled(false);
        end.run();

        assertThat(looked).isTrue();
        assertThat(Arrays.stream(statistics.getQueries()).filter(query -> query.contains("OrderDetailsRow")))
                .isEmpty();
        create(order);
        assertThat(waiting.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void an_order_that_never_comes_is_not_found() throws Exception {
        assertThat(get("/orders/" + order + "?minVersion=0&wait=100ms")
                        .get(10, TimeUnit.SECONDS)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void those_who_wait_need_no_thread_each() throws Exception {
        int waiters = 300; // the server has 200 threads
        CompletableFuture<?>[] waiting = IntStream.range(0, waiters)
                .mapToObj(i -> get("/orders/" + order + "?minVersion=0&wait=30s"))
                .toArray(CompletableFuture[]::new);
        await().atMost(Duration.ofSeconds(25)).until(() -> arrivals.count() == waiters);

        create(order);
        CompletableFuture.allOf(waiting).get(20, TimeUnit.SECONDS);
        assertThat(waiting).allSatisfy(answer -> assertThat(((HttpResponse<?>) answer.join()).statusCode())
                .isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource({
        "/orders/{order}?minVersion=-1, minVersion",
        "/orders/{order}?minVersion=x, minVersion",
        "/orders/{order}?minVersion=1&wait=31s, wait",
        "/orders/{order}?minVersion=1&wait=soon, wait",
        "/orders/{order}?after={order}:1, after",
        "/orders?minVersion=1, minVersion",
        "/orders?after={order}, after",
        "/orders?after=nobody:1, after"
    })
    void what_cannot_be_understood_is_refused(String route, String parameter) throws Exception {
        HttpResponse<String> answer =
                get(route.replace("{order}", order.toString())).get(10, TimeUnit.SECONDS);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("VALIDATION_FAILED", "\"parameter\":\"" + parameter + "\"");
    }

    private void create(UUID orderId) {
        append(orderId, 0, Sample.created(orderId, Sample.ADA, Sample.ORDERED));
    }

    private void place(UUID orderId) {
        append(orderId, 1, Sample.placed(Sample.created(orderId, Sample.ADA, Sample.ORDERED)));
    }

    private void append(UUID orderId, long version, OrderEvent event) {
        events.appendEvents(new GenericDomainEventMessage<>("Order", OrderEvent.streamOf(orderId), version, event));
    }

    private CompletableFuture<HttpResponse<String>> get(String route) {
        return get(uri(route));
    }

    private CompletableFuture<HttpResponse<String>> get(URI uri) {
        return http.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private URI uri(String route) {
        return URI.create("http://127.0.0.1:" + port + "/api/v1" + route);
    }
}
