package io.orderflow.query.orderlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.axon.TestEventStore;
import io.orderflow.query.platform.freshness.ReadPositions;
import io.orderflow.query.platform.projection.Sample;
import io.orderflow.query.platform.stream.LiveReader;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The live list over real connections. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class OrderListStreamTest {

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
    ReadPositions positions;

    @Autowired
    EventProcessingConfiguration processing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<LiveReader> readers = new ArrayList<>();
    private final UUID customer = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();

    @AfterEach
    void disconnect() {
        readers.forEach(LiveReader::close);
    }

    @Test
    void a_client_gets_what_there_is_and_then_each_version_once_and_in_order() {
        create(order, customer);
        awaitShown(order, "PENDING");
        LiveReader reader = read("?customerId=" + customer, null);
        reader.awaitFrames("snapshot", 1);
        place(order, customer);
        reader.awaitFrames("order", 1); // orders of two segments come in any order
        UUID second = UUID.randomUUID();
        create(second, customer);
        create(UUID.randomUUID(), UUID.randomUUID()); // another customer's

        reader.awaitFrames("order", 2);
        assertThat(reader.data("snapshot")).hasSize(1).allMatch(data -> data.contains("\"items\""));
        assertThat(reader.data("order").get(0)).contains(order.toString(), "\"version\":1", "PLACED");
        assertThat(reader.data("order").get(1)).contains(second.toString(), "\"version\":0");
        assertThat(reader.lines()).contains("retry: 1000");
    }

    @Test
    void an_order_that_no_longer_matches_is_said_to_have_left() {
        LiveReader reader = read("?status=PENDING&customerId=" + customer, null);
        reader.awaitFrames("snapshot", 1);
        create(order, customer);
        place(order, customer);

        reader.awaitFrames("left", 1);
        assertThat(reader.data("order")).hasSize(1);
        assertThat(reader.data("left").get(0)).contains(order.toString(), "PLACED");
    }

    @Test
    void a_client_that_comes_back_is_told_what_it_has_missed_and_no_more() {
        UUID before = UUID.randomUUID();
        create(before, customer);
        awaitShown(before, "PENDING");
        LiveReader first = read("?customerId=" + customer, null);
        first.awaitFrames("snapshot", 1);
        create(order, customer);
        first.awaitFrames("order", 1);
        String lastId = first.lastId();
        first.close();
        place(order, customer);
        awaitShown(order, "PLACED");

        LiveReader second = read("?customerId=" + customer, lastId);
        second.awaitFrames("order", 1);
        assertThat(second.data("snapshot")).isEmpty();
        assertThat(second.data("order")).last().satisfies(data -> assertThat(data)
                .contains(order.toString(), "\"version\":1"));
        assertThat(second.data("order")).noneMatch(data -> data.contains(before.toString()));
    }

    @Test
    void whoever_is_cut_off_after_any_frame_is_told_of_all_that_came_after_it() {
        LiveReader reader = read("?customerId=" + customer, null);
        reader.awaitFrames("snapshot", 1);
        int orders = 150; // more than a projection takes at once
        createTogether(orders, customer);
        reader.awaitFrames("order", orders);

        List<Long> ids = reader.ids().stream().map(Long::valueOf).toList(); // first that of the snapshot
        List<Long> positions =
                reader.data("order").stream().map(this::positionOf).toList();
        for (int seen = 0; seen < orders; seen++) {
            assertThat(Collections.min(positions.subList(seen, orders)))
                    .as("what comes after frame %s", seen)
                    .isGreaterThan(ids.get(seen));
        }
        assertThat(ids.get(orders)).isGreaterThan(ids.get(0));
    }

    @Test
    void whoever_is_cut_off_while_being_told_what_it_missed_is_told_again() {
        LiveReader first = read("?customerId=" + customer, null);
        first.awaitFrames("snapshot", 1);
        String seen = first.lastId();
        first.close();
        UUID last = UUID.randomUUID();
        createTogether(5, customer);
        create(last, customer);
        awaitShown(last, "PENDING");

        LiveReader second = read("?customerId=" + customer, seen);
        second.awaitFrames("order", 6);
        assertThat(second.ids().subList(0, 5)).containsOnly(seen);
        assertThat(Long.valueOf(second.lastId())).isGreaterThan(Long.valueOf(seen));
    }

    @Test
    void what_a_segment_brings_that_was_claimed_later_than_others_is_not_left_out() {
        awaitFresh();
        StreamingEventProcessor processor = processing
                .eventProcessor("order-list", StreamingEventProcessor.class)
                .orElseThrow();
        processor.releaseSegment(1, 2, TimeUnit.MINUTES);
        await().until(() -> !processor.processingStatus().containsKey(1));
        int orders = 20;
        createTogether(orders, customer);
        long head = events.createHeadToken().position().orElseThrow();
        await().until(() -> processor
                        .processingStatus()
                        .get(0)
                        .getTrackingToken()
                        .position()
                        .orElseThrow()
                >= head);

        LiveReader reader = read("?customerId=" + customer, null);
        reader.awaitFrames("snapshot", 1);
        int known = json.readTree(reader.data("snapshot").get(0)).get("items").size();
        assertThat(known).as("by the other segment").isBetween(1, orders - 1);
        processor.claimSegment(1);
        reader.awaitFrames("order", orders - known);
        create(order, customer);
        reader.awaitFrames("order", orders - known + 1);
        assertThat(reader.data("order")).last().satisfies(data -> assertThat(data)
                .contains(order.toString()));
    }

    @Test
    void while_the_list_is_built_anew_the_past_is_not_pushed_and_then_clients_come_back_to_see_it() {
        awaitFresh();
        StreamingEventProcessor processor = processing
                .eventProcessor("order-list", StreamingEventProcessor.class)
                .orElseThrow();
        int orders = 5;
        createTogether(orders - 1, customer);
        create(order, customer);
        awaitShown(order, "PENDING");
        processor.shutDown();
        for (String table : List.of("order_list", "order_list_line", "order_list_count")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("delete from token_entry where processor_name = 'order-list-1'")
                .update();
        LiveReader reader = read("?customerId=" + customer, null);
        reader.awaitFrames("snapshot", 1);
        processor.start();

        await().atMost(Duration.ofSeconds(20)).until(reader::isOver);
        assertThat(reader.data("order")).isEmpty();
        LiveReader back = read("?customerId=" + customer, null);
        back.awaitFrames("snapshot", 1);
        assertThat(json.readTree(back.data("snapshot").get(0)).get("items").size())
                .isEqualTo(orders);
        create(UUID.randomUUID(), customer);
        back.awaitFrames("order", 1);
    }

    @Test
    void a_stream_says_how_fresh_the_list_is_and_can_wait_for_what_the_caller_has_changed() throws Exception {
        awaitFresh();
        CompletableFuture<HttpResponse<InputStream>> answer = http.sendAsync(
                HttpRequest.newBuilder(uri("/orders/stream?wait=20s&after=" + order + ":0&customerId=" + customer))
                        .build(),
                BodyHandlers.ofInputStream());
        await().during(Duration.ofMillis(300)).until(() -> !answer.isDone());
        create(order, customer);

        HttpResponse<InputStream> stream = answer.get(10, TimeUnit.SECONDS);
        assertThat(stream.headers().firstValue("As-Of")).isPresent();
        assertThat(stream.headers().firstValue("Projection-Lag")).isPresent();
        assertThat(stream.headers().firstValue("Cache-Control")).contains("no-store");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.lines()
                            .filter(line -> line.startsWith("data: "))
                            .findFirst()
                            .orElseThrow())
                    .contains(order.toString());
        }
    }

    @Test
    void many_clients_need_neither_a_thread_nor_a_subscription_each() {
        int clients = 300;
        long threads = serverThreads();
        for (int i = 0; i < clients; i++) {
            read("?customerId=" + customer, null);
        }
        readers.forEach(reader -> reader.awaitFrames("snapshot", 1));
        assertThat(serverThreads() - threads).isLessThan(clients / 2);

        create(order, customer);
        readers.forEach(reader -> reader.awaitFrames("order", 1));
    }

    @Test
    void a_client_that_reads_nothing_is_dropped_and_holds_nobody_up() throws Exception {
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(1_024);
            slow.connect(new java.net.InetSocketAddress("127.0.0.1", port));
            slow.getOutputStream()
                    .write(("GET /api/v1/orders/stream?customerId=" + customer
                                    + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            LiveReader quick = read("?customerId=" + customer, null);
            quick.awaitFrames("snapshot", 1);
            int orders = 6_000;
            for (int batch = 0; batch < orders / 100; batch++) {
                createTogether(100, customer);
            }
            quick.awaitFrames("order", orders);
            InputStream in = slow.getInputStream();
            slow.setSoTimeout(20_000);
            long received = 0;
            byte[] buffer = new byte[65_536];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                received += n;
            }
            assertThat(received).as("bytes before the stream was cut").isLessThan(orders * 400L);
        }
    }

    @Test
    void bad_parameters_are_refused_before_a_stream_is_opened() {
        HttpResponse<String> answer = read("?status=NOWHERE", null).answer();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("VALIDATION_FAILED");
    }

    private static long serverThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("http-nio"))
                .count();
    }

    private void awaitShown(UUID id, String status) {
        await().atMost(Duration.ofSeconds(10)).until(() -> http.send(
                        HttpRequest.newBuilder(uri("/orders?status=" + status + "&pageSize=100&customerId=" + customer))
                                .build(),
                        BodyHandlers.ofString())
                .body()
                .contains(id.toString()));
    }

    private long positionOf(String order) {
        return jdbc.sql("select store_position from order_list where order_id = :id")
                .param("id", json.readTree(order).get("orderId").asString())
                .query(Long.class)
                .single();
    }

    private void awaitFresh() {
        await().atMost(Duration.ofSeconds(10)).until(() -> positions.isReadHereAlone("order-list"));
    }

    private void createTogether(int orders, UUID whose) {
        List<GenericDomainEventMessage<?>> created = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            UUID id = UUID.randomUUID();
            created.add(new GenericDomainEventMessage<>(
                    "Order", OrderEvent.streamOf(id), 0, Sample.created(id, whose, Sample.ORDERED)));
        }
        events.appendEvents(created);
    }

    private void create(UUID id, UUID whose) {
        append(id, 0, Sample.created(id, whose, Sample.ORDERED));
    }

    private void place(UUID id, UUID whose) {
        OrderCreated created = Sample.created(id, whose, Sample.ORDERED);
        append(id, 1, Sample.placed(created));
    }

    private void append(UUID id, long version, OrderEvent event) {
        events.appendEvents(new GenericDomainEventMessage<>("Order", OrderEvent.streamOf(id), version, event));
    }

    private LiveReader read(String query, String lastId) {
        LiveReader reader = LiveReader.open(http, uri("/orders/stream" + query), lastId);
        readers.add(reader);
        return reader;
    }

    private URI uri(String route) {
        return URI.create("http://127.0.0.1:" + port + "/api/v1" + route);
    }
}
