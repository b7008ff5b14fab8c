package io.orderflow.query.orderhistory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.axon.TestEventStore;
import io.orderflow.query.platform.projection.Sample;
import io.orderflow.query.platform.stream.EventStream;
import io.orderflow.query.platform.stream.LiveReader;
import java.io.InputStream;
import java.net.InetSocketAddress;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One order live, over real connections, with the real store and processors. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class OrderStreamTest {

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
    EventProcessingConfiguration processing;

    @Autowired
    QueryUpdateEmitter emitter;

    @Autowired
    QueryGateway queries;

    @Autowired
    OrderHistoryVersions held;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    OrderStream orders;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<LiveReader> readers = new ArrayList<>();
    private final UUID order = UUID.randomUUID();

    @AfterEach
    void disconnect() {
        readers.forEach(LiveReader::close);
    }

    @Test
    void a_client_gets_the_order_as_it_stands_and_then_each_version_once_and_in_order() throws Exception {
        append(order, 0, Sample.opened(order));
        edit(order, 1, 3);
        awaitHeld(order, 3);
        LiveReader reader = read(order, null);
        reader.awaitFrames("order", 1);
        String view = http.send(HttpRequest.newBuilder(uri("/" + order)).build(), BodyHandlers.ofString())
                .body();
        assertThat(reader.lines()).containsExactly("retry: 1000", "", "id: 3", "event: order", "data: " + view, "");

        UUID other = UUID.randomUUID();
        append(other, 0, Sample.opened(other));
        edit(order, 4, 20);
        reader.awaitFrames("order", 18);
        assertThat(reader.ids()).isEqualTo(versions(3, 20));
        assertThat(reader.data("order")).allMatch(data -> data.contains(order.toString()));
        assertThat(reader.data("order").get(2)).contains("\"version\":5", "\"quantity\":5");
    }

    @Test
    void a_client_that_comes_back_gets_every_version_that_it_has_missed() {
        append(order, 0, Sample.opened(order));
        edit(order, 1, 6);
        awaitHeld(order, 6);
        LiveReader reader = read(order, "2");
        reader.awaitFrames("order", 4);
        edit(order, 7, 8);
        reader.awaitFrames("order", 6);
        assertThat(reader.ids()).isEqualTo(versions(3, 8));

        LiveReader upToDate = read(order, "8");
        edit(order, 9, 9);
        upToDate.awaitFrames("order", 1);
        assertThat(upToDate.ids()).containsExactly("9");
    }

    @Test
    void a_client_that_names_a_version_the_order_has_not_reached_begins_anew() {
        append(order, 0, Sample.opened(order));
        edit(order, 1, 2);
        awaitHeld(order, 2);
        LiveReader reader = read(order, "7");
        reader.awaitFrames("order", 1);
        edit(order, 3, 8);
        reader.awaitFrames("order", 7);
        assertThat(reader.ids()).isEqualTo(versions(2, 8));
    }

    @Test
    void more_than_a_buffer_of_missed_versions_comes_without_a_gap() {
        append(order, 0, Sample.opened(order));
        edit(order, 1, 700);
        awaitHeld(order, 700);
        LiveReader reader = read(order, "0");
        edit(order, 701, 710);
        reader.awaitFrames("order", 710);
        assertThat(reader.ids()).isEqualTo(versions(1, 710));
    }

    @Test
    void an_unknown_order_is_refused_before_a_stream_is_opened_or_waited_for() {
        LiveReader refused = read(order, null);
        assertThat(refused.answer().statusCode()).isEqualTo(404);
        assertThat(refused.answer().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.answer().body()).contains("ORDER_NOT_FOUND");

        LiveReader waiting = open("/" + order + "/stream?minVersion=1&wait=30s", null);
        append(order, 0, Sample.opened(order));
        edit(order, 1, 2);
        waiting.awaitFrames("order", 1);
        await().until(() -> waiting.lastId().equals("2"));
        assertThat(waiting.ids())
                .isEqualTo(versions(Integer.parseInt(waiting.ids().get(0)), 2));
        assertThat(waiting.ids()).doesNotContain("0");
    }

    @Test
    void what_makes_no_sense_is_refused_before_a_stream_is_opened() {
        append(order, 0, Sample.opened(order));
        awaitHeld(order, 0);
        for (String id : List.of("x", "-1", "1.5", "1234567890123456789")) {
            LiveReader refused = read(order, id);
            assertThat(refused.answer().statusCode()).as(id).isEqualTo(400);
            assertThat(refused.answer().body()).contains("VALIDATION_FAILED", "Last-Event-ID");
        }
        assertThat(open("/" + order + "/stream?status=PLACED", null).answer().statusCode())
                .isEqualTo(400);
        assertThat(open("/no-order/stream", null).answer().statusCode()).isEqualTo(400);
    }

    @Test
    void the_stream_ends_with_the_last_version_there_can_be_and_is_not_begun_again() {
        append(order, 0, Sample.opened(order));
        awaitHeld(order, 0);
        LiveReader reader = read(order, null);
        reader.awaitFrames("order", 1);
        append(order, 1, new OrderCancelled(order, "changed my mind"));
        assertThat(reader.answer().statusCode()).isEqualTo(200);
        assertThat(reader.ids()).containsExactly("0", "1");

        HttpResponse<String> over = read(order, "1").answer();
        assertThat(over.statusCode()).isEqualTo(204);
        assertThat(over.headers().firstValue("ETag")).isEmpty();
        LiveReader late = read(order, null);
        assertThat(late.answer().statusCode()).isEqualTo(200);
        assertThat(late.ids()).containsExactly("1");
        LiveReader missed = read(order, "0");
        assertThat(missed.answer().statusCode()).isEqualTo(200);
        assertThat(missed.ids()).containsExactly("1");
    }

    @Test
    void a_client_that_reads_nothing_is_dropped_holds_nobody_up_and_can_resume() throws Exception {
        List<OrderLine> lines = IntStream.range(0, 300)
                .mapToObj(i -> Sample.line(Sample.id(i), "SKU-" + i, 1, "1.00"))
                .toList();
        OrderCreated small = Sample.opened(order);
        append(
                order,
                0,
                new OrderCreated(
                        order,
                        small.customerId(),
                        "EUR",
                        lines,
                        small.total(),
                        small.shippingAddress(),
                        small.orderedAt(),
                        small.expiresAt()));
        awaitHeld(order, 0);
        int enoughToFillItsBuffers = 150;
        int last = enoughToFillItsBuffers + EventStream.FRAMES_AT_MOST + 10;
        String received;
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(65_536);
            slow.connect(new InetSocketAddress("127.0.0.1", port));
            slow.getOutputStream()
                    .write(("GET /api/v1/orders/" + order + "/stream HTTP/1.0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            LiveReader quick = read(order, null);
            quick.awaitFrames("order", 1);
            edit(order, 1, enoughToFillItsBuffers);
            quick.awaitFrames("order", enoughToFillItsBuffers + 1);
            edit(order, enoughToFillItsBuffers + 1, last);
            quick.awaitFrames("order", last + 1);
            assertThat(quick.ids()).isEqualTo(versions(0, last));
            await().until(() -> orders.followersOf(order) == 1);
            InputStream in = slow.getInputStream();
            slow.setSoTimeout(20_000);
            received = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> ids = Pattern.compile("\nid: (\\d+)\nevent: order\ndata: .*}\n")
                .matcher(received)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(ids).isEqualTo(versions(0, ids.size() - 1)).hasSizeBetween(1, last);

        LiveReader resumed = read(order, ids.get(ids.size() - 1));
        resumed.awaitFrames("order", last + 1 - ids.size());
        assertThat(resumed.ids()).isEqualTo(versions(ids.size(), last));
    }

    @Test
    void a_thousand_clients_need_neither_a_thread_nor_a_subscription_each() {
        int clients = 1_000;
        int orders = 100;
        List<UUID> ids =
                IntStream.range(0, orders).mapToObj(i -> UUID.randomUUID()).toList();
        ids.forEach(id -> append(id, 0, Sample.opened(id)));
        ids.forEach(id -> awaitHeld(id, 0));
        int subscriptions = emitter.activeSubscriptions().size();
        int threads = serverThreads();
        for (int i = 0; i < clients; i++) {
            LiveReader reader = read(ids.get(i % orders), null);
            if (i % orders == 0) { // so many at once; more may be refused, to come again later
                reader.awaitFrames("order", 1);
            }
        }
        readers.forEach(reader -> reader.awaitFrames("order", 1));
        assertThat(serverThreads() - threads).as("more threads").isLessThan(clients / 4);
        assertThat(emitter.activeSubscriptions()).hasSize(subscriptions);

        ids.forEach(id -> edit(id, 1, 3));
        readers.forEach(reader -> reader.awaitFrames("order", 4));
        assertThat(readers).allSatisfy(reader -> assertThat(reader.ids()).isEqualTo(versions(0, 3)));
    }

    @Test
    void nothing_is_pushed_while_the_history_is_rebuilt() {
        append(order, 0, Sample.opened(order));
        edit(order, 1, 5);
        awaitHeld(order, 5);
        LiveReader reader = read(order, "2");
        reader.awaitFrames("order", 3);
        AtomicInteger updates = new AtomicInteger();
        SubscriptionQueryResult<Boolean, HistoryGrown> watch = queries.subscriptionQuery(
                new WatchHistories(),
                ResponseTypes.instanceOf(Boolean.class),
                ResponseTypes.instanceOf(HistoryGrown.class));
        watch.updates().subscribe(update -> updates.incrementAndGet());

        StreamingEventProcessor processor = processing
                .eventProcessor("order-history", StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        for (String table : List.of("", "_event", "_customer", "_name")) {
            jdbc.update("delete from order_history" + table);
        }
        processor.resetTokens();
        processor.start();
        awaitHeld(order, 5);
        await().atMost(Duration.ofSeconds(20)).until(() -> !processor.isReplaying());
        assertThat(updates).hasValue(0);

        edit(order, 6, 6);
        reader.awaitFrames("order", 4);
        assertThat(reader.ids()).isEqualTo(versions(3, 6));
        await().until(() -> updates.get() == 1);
        watch.close();
    }

    private static int serverThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("HttpClient"))
                .count();
    }

    private static List<String> versions(int from, int to) {
        return LongStream.rangeClosed(from, to).mapToObj(Long::toString).toList();
    }

    private void awaitHeld(UUID id, long version) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> held.heldOf(id.toString()) >= version);
    }

    /** Each version sets the first line's quantity to its number. */
    private void edit(UUID id, int from, int to) {
        List<GenericDomainEventMessage<?>> edits = new ArrayList<>();
        for (int version = from; version <= to; version++) {
            edits.add(message(id, version, Sample.quantity(id, Sample.FIRST_LINE, version, version + ".00")));
        }
        events.appendEvents(edits);
    }

    private void append(UUID id, long version, OrderEvent event) {
        events.appendEvents(message(id, version, event));
    }

    private static GenericDomainEventMessage<?> message(UUID id, long version, OrderEvent event) {
        return new GenericDomainEventMessage<>("Order", OrderEvent.streamOf(id), version, event);
    }

    private LiveReader read(UUID id, String lastId) {
        return open("/" + id + "/stream", lastId);
    }

    private LiveReader open(String route, String lastId) {
        LiveReader reader = LiveReader.open(http, uri(route), lastId);
        readers.add(reader);
        return reader;
    }

    private URI uri(String route) {
        return URI.create("http://127.0.0.1:" + port + "/api/v1/orders" + route);
    }
}
