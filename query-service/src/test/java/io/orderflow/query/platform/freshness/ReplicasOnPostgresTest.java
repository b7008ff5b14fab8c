package io.orderflow.query.platform.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.platform.postgres.PostgresSettings;
import io.orderflow.platform.postgres.TestPostgres;
import io.orderflow.query.QueryServiceApplication;
import io.orderflow.query.platform.axon.TestEventStore;
import io.orderflow.query.platform.projection.Sample;
import io.orderflow.query.platform.stream.LiveReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Two replicas on one database: the first has every segment, so the second one projects nothing, and answers all the same. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasOnPostgresTest {

    private static PostgresSettings database;
    private static ConfigurableApplicationContext projecting;
    private static ConfigurableApplicationContext other;

    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID order = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();

    @BeforeAll
    static void start() {
        database = TestEventStore.createOnPostgres();
        projecting = replica("one");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> List.of("order-details", "order-list", "stock-levels").stream()
                        .allMatch(projecting.getBean(ReadPositions.class)::isReadHereAlone));
        other = replica("two");
    }

    private static ConfigurableApplicationContext replica(String name) {
        return new SpringApplicationBuilder(QueryServiceApplication.class)
                .profiles("postgres")
                .run(
                        "--server.port=0",
                        "--spring.jmx.enabled=false",
                        "--orderflow.query.node-id=" + name,
                        "--orderflow.postgres.url=" + database.url(),
                        "--orderflow.postgres.username=postgres");
    }

    @AfterAll
    static void stop() {
        projecting.close();
        other.close();
    }

    @Test
    @Order(1)
    void a_reader_at_the_replica_that_does_not_project_is_woken_by_the_one_that_does() throws Exception {
        Arrivals arrivals = other.getBean(Arrivals.class);
        CompletableFuture<HttpResponse<String>> one = get(other, "/orders/" + order + "?minVersion=1&wait=25s");
        CompletableFuture<HttpResponse<String>> list = get(other, "/orders?wait=25s&after=" + order + ":1");
        await().atMost(Duration.ofSeconds(10)).until(() -> arrivals.count() == 2);
        create(order);
        place(order);

        assertThat(one.get(15, TimeUnit.SECONDS).body())
                .contains("\"version\":1", "PLACED")
                .doesNotContain("stale");
        assertThat(list.get(15, TimeUnit.SECONDS).body())
                .contains(order.toString())
                .doesNotContain("stale");
        assertThat(other.getBean(ReadPositions.class).isReadHereAlone("order-list"))
                .isFalse();
    }

    @Test
    @Order(2)
    void a_reader_is_woken_by_the_notification_and_not_only_by_looking_again() throws Exception {
        Arrivals arrivals = other.getBean(Arrivals.class);
        List<String> arrived = new CopyOnWriteArrayList<>();
        arrivals.await("order-list", OrderEvent.streamOf(order), 0, () -> arrived.add("order-list"));
        create(order);

        await().atMost(Duration.ofSeconds(10)).until(() -> !arrived.isEmpty());
    }

    @Test
    @Order(3)
    void the_replica_that_does_not_project_says_how_fresh_the_read_model_is() throws Exception {
        create(order);
        long head = other.getBean(EventStorageEngine.class)
                .createHeadToken()
                .position()
                .orElseThrow();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> other.getBean(ReadPositions.class)
                                .position("order-details")
                                .orElse(-1)
                        == head);

        HttpResponse<String> answer = get(other, "/orders/" + order).get(10, TimeUnit.SECONDS);
        Instant asOf = Instant.parse(answer.headers().firstValue("As-Of").orElseThrow());
        assertThat(Duration.between(asOf, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(answer.headers().firstValue("Projection-Lag").orElseThrow()).matches("\\d+ms");
    }

    @Test
    @Order(4)
    void a_live_list_at_the_replica_that_does_not_project_shows_what_changes() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpResponse<Stream<String>> stream =
                http.send(request(other, "/orders/stream?customerId=" + customer), BodyHandlers.ofLines());
        CompletableFuture<Void> reading =
                CompletableFuture.runAsync(() -> stream.body().forEach(lines::add));
        await().atMost(Duration.ofSeconds(10)).until(() -> lines.contains("event: snapshot"));
        create(order);
        await().atMost(Duration.ofSeconds(10)).until(() -> shown(lines, "PENDING"));
        place(order);
        await().atMost(Duration.ofSeconds(10)).until(() -> shown(lines, "PLACED"));
        await().during(Duration.ofSeconds(1)).until(() -> !reading.isDone()); // a look that finds nothing new

        assertThat(lines.stream().filter(line -> line.contains("PLACED")).toList())
                .as("each version is sent once")
                .hasSize(1);
        stream.body().close();
    }

    @Test
    @Order(4)
    void whoever_is_cut_off_there_after_any_frame_is_told_of_all_that_came_after_it() {
        String url = "http://127.0.0.1:" + other.getEnvironment().getProperty("local.server.port");
        int orders = 50;
        try (LiveReader reader =
                LiveReader.open(http, URI.create(url + "/api/v1/orders/stream?customerId=" + customer), null)) {
            reader.awaitFrames("snapshot", 1);
            List<GenericDomainEventMessage<?>> created = new ArrayList<>();
            for (int i = 0; i < orders; i++) {
                OrderCreated event = created(UUID.randomUUID());
                created.add(new GenericDomainEventMessage<>("Order", OrderEvent.streamOf(event.orderId()), 0, event));
            }
            other.getBean(EventStorageEngine.class).appendEvents(created);
            reader.awaitFrames("order", orders);

            List<Long> ids = reader.ids().stream().map(Long::valueOf).toList(); // first that of the snapshot
            List<Long> positions =
                    reader.data("order").stream().map(this::positionOf).toList();
            for (int seen = 0; seen < orders; seen++) {
                assertThat(Collections.min(positions.subList(seen, orders)))
                        .as("what comes after frame %s", seen)
                        .isGreaterThan(ids.get(seen));
            }
        }
    }

    private long positionOf(String data) {
        return other.getBean(JdbcClient.class)
                .sql("select store_position from order_list where order_id = :id")
                .param(
                        "id",
                        UUID.fromString(other.getBean(JsonMapper.class)
                                .readTree(data)
                                .get("orderId")
                                .asString()))
                .query(Long.class)
                .single();
    }

    private boolean shown(List<String> lines, String status) {
        return lines.stream().anyMatch(line -> line.contains(order.toString()) && line.contains(status));
    }

    @Test
    @Order(5)
    void a_reader_is_woken_after_the_database_has_cut_the_connections() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting = get(other, "/orders/" + order + "?minVersion=0&wait=25s");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> other.getBean(Arrivals.class).count() > 0);
        TestPostgres.execute(
                database.url(),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE application_name LIKE 'orderflow orderflow_projections %'");
        create(order);

        assertThat(waiting.get(20, TimeUnit.SECONDS).body())
                .contains(order.toString())
                .doesNotContain("stale");
    }

    @Test
    @Order(6)
    void the_other_replica_goes_on_when_the_one_that_projects_stops() throws Exception {
        projecting.close();
        create(order);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> get(other, "/orders/" + order).join().statusCode() == 200);
    }

    private void create(UUID orderId) {
        append(0, created(orderId));
    }

    private void place(UUID orderId) {
        append(1, Sample.placed(created(orderId)));
    }

    private OrderCreated created(UUID orderId) {
        return Sample.created(orderId, customer, Sample.ORDERED);
    }

    private void append(long version, OrderEvent event) {
        other.getBean(EventStorageEngine.class)
                .appendEvents(
                        new GenericDomainEventMessage<>("Order", OrderEvent.streamOf(event.orderId()), version, event));
    }

    private CompletableFuture<HttpResponse<String>> get(ConfigurableApplicationContext replica, String route) {
        return http.sendAsync(request(replica, route), BodyHandlers.ofString());
    }

    private static HttpRequest request(ConfigurableApplicationContext replica, String route) {
        String port = Objects.requireNonNull(replica.getEnvironment().getProperty("local.server.port"));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + route))
                .build();
    }
}
