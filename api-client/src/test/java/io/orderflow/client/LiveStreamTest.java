package io.orderflow.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveStreamTest {

    private static final UUID ID = UUID.fromString("0193a5b0-0000-7000-8000-000000000001");

    private final FakeService queries = new FakeService();
    private final OrderflowClient client =
            OrderflowClient.builder().queryUrl(queries.url()).build();
    private final List<Long> versions = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        queries.close();
    }

    @Test
    void an_order_is_followed_over_cuts_and_refusals_until_there_is_no_more() throws Exception {
        queries.then(200, "retry: 20\n\n:\n\n" + event(0) + event(1) + "id: 2\nevent: order\ndata: {\"ver")
                .thenHangUp()
                .thenProblem(503, "OVERLOADED")
                .then(200, event(2))
                .then(204, "");

        try (LiveStream stream = follow()) {
            ended(stream);
        }
        assertThat(versions).containsExactly(0L, 1L, 2L);
        assertThat(queries.asked().stream().map(asked -> asked.header("Last-event-id")))
                .containsExactly(null, "1", "1", "1", "2");
        assertThat(queries.asked().get(0).uri()).isEqualTo("/api/v1/orders/" + ID + "/stream?minVersion=0&wait=30s");
    }

    @Test
    void a_refusal_that_does_not_pass_ends_the_stream() {
        queries.thenProblem(404, "ORDER_NOT_FOUND");
        try (LiveStream stream = follow()) {
            assertThatThrownBy(() -> ended(stream))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(ApiProblem.class, problem -> assertThat(problem.code())
                            .isEqualTo("ORDER_NOT_FOUND"));
        }
    }

    @Test
    void what_a_listener_throws_ends_the_stream() {
        queries.then(200, event(0) + event(1));
        try (LiveStream stream = client.orders().follow(ID, 0, order -> {
            versions.add(order.version());
            throw new IllegalStateException("enough");
        })) {
            assertThatThrownBy(() -> ended(stream)).hasRootCauseMessage("enough");
        }
        assertThat(versions).containsExactly(0L);
    }

    @Test
    void a_service_that_refuses_again_and_again_is_asked_less_often() throws Exception {
        queries.then(200, "retry: 200\n\n" + event(0));
        IntStream.range(0, 4).forEach(i -> queries.then(503, ""));
        queries.then(204, "");
        long start = System.nanoTime();
        try (LiveStream stream = client.orders().follow(ID, 0, order -> {
            versions.add(order.version());
        })) {
            ended(stream);
        }
        assertThat(versions).containsExactly(0L);
        // half of 200 after the answer, then of 200, 400, 800 and 1,600 at least; without doubling 1,500 at most
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1_600));
    }

    @Test
    void a_closed_stream_does_not_come_back() throws Exception {
        queries.then(200, "retry: 1\n\n" + event(0));
        LiveStream stream = client.orders().follow(ID, 0, order -> {
            versions.add(order.version());
        });
        await().until(() -> !versions.isEmpty());
        stream.close();
        ended(stream);
        int asked = queries.asked().size();
        await().during(200, TimeUnit.MILLISECONDS).until(() -> queries.asked().size() <= asked + 1);
    }

    @Test
    void a_listener_that_takes_long_is_not_called_meanwhile_and_the_stream_goes_on_behind_it() throws Exception {
        queries.then(200, "retry: 20\n\n" + event(0) + event(1))
                .then(200, event(2))
                .then(204, "");
        CountDownLatch calledMeanwhile = new CountDownLatch(1);
        CompletableFuture<Boolean> waited = new CompletableFuture<>();
        try (LiveStream stream = LiveStream.open(
                HttpClient.newHttpClient(),
                new Json(),
                queries.url(),
                event -> {
                    versions.add(Long.valueOf(event.id()));
                    if (versions.size() == 1) {
                        waited.complete(isSoon(calledMeanwhile));
                    } else {
                        calledMeanwhile.countDown();
                    }
                },
                Duration.ofMillis(100))) {
            ended(stream);
        }
        assertThat(waited).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(false);
        assertThat(versions).containsExactly(0L, 1L, 2L);
        assertThat(queries.asked().stream().map(asked -> asked.header("Last-event-id")))
                .containsExactly(null, "1", "2");
    }

    private static boolean isSoon(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_list_tells_what_there_is_what_changes_and_what_leaves() throws Exception {
        queries.then(
                        200,
                        "retry: 1\n\nid: 7\nevent: snapshot\ndata: {\"items\":[%s],\"total\":1,\"page\":1,\"pageSize\":100,\"totalPages\":1}\n\n"
                                        .formatted(order(0))
                                + "id: 8\nevent: order\ndata: " + order(1) + "\n\n"
                                + "id: 9\nevent: later\ndata: {}\n\n"
                                + "id: 9\nevent: left\ndata: " + order(2) + "\n\n")
                .then(204, "");
        List<String> told = new ArrayList<>();
        try (LiveStream stream = client.orders()
                .follow(OrderFilter.all().in(OrderStatus.PLACED).of(ID), new OrderListListener() {
                    @Override
                    public void snapshot(Page<OrderSummary> orders) {
                        told.add("snapshot " + orders.items().get(0).version());
                    }

                    @Override
                    public void changed(OrderSummary order) {
                        told.add("changed " + order.version());
                    }

                    @Override
                    public void left(OrderSummary order) {
                        told.add("left " + order.version());
                    }
                })) {
            ended(stream);
        }
        assertThat(told).containsExactly("snapshot 0", "changed 1", "left 2");
        assertThat(queries.asked().get(0).uri()).isEqualTo("/api/v1/orders/stream?status=PLACED&customerId=" + ID);
        assertThat(queries.asked().get(1).header("Last-event-id")).isEqualTo("9");
    }

    private LiveStream follow() {
        return client.orders().follow(ID, 0, order -> versions.add(order.version()));
    }

    private static void ended(LiveStream stream) throws Exception {
        stream.ended().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static String event(long version) {
        return "id: " + version + "\nevent: order\ndata: " + order(version) + "\n\n";
    }

    private static String order(long version) {
        return "{\"orderId\":\"" + ID + "\",\"version\":" + version + ",\"itemCount\":1,\"lineCount\":1}";
    }
}
