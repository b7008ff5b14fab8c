package io.orderflow.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {

    private static final UUID ORDER = UUID.randomUUID();
    private static final String DONE = "{\"orderId\":\"%s\",\"version\":3}".formatted(ORDER);
    private static final NewShipment SHIPMENT =
            new NewShipment(List.of(new NewShipment.Item(UUID.randomUUID(), 1)), "Post", "T-1", null);

    private final FakeService service = new FakeService();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void tries_again_when_the_service_is_busy_and_keeps_the_idempotency_key() {
        service.thenProblem(503, "OVERLOADED").thenProblem(429, "OVERLOADED").then(200, DONE);

        assertThat(client().orders().place(ORDER, "tok_approve")).isEqualTo(new OrderAck(ORDER, 3));

        assertThat(service.asked()).hasSize(3);
        assertThat(service.asked().stream().map(asked -> asked.header("Idempotency-key")))
                .doesNotContainNull()
                .containsOnly(service.asked().get(0).header("Idempotency-key"));
    }

    @Test
    void two_calls_have_two_idempotency_keys() {
        service.then(200, DONE).then(200, DONE);

        client().orders().deliver(ORDER);
        client().orders().deliver(ORDER);

        assertThat(service.asked().stream().map(asked -> asked.header("Idempotency-key")))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void waits_as_long_as_retry_after_says() {
        service.thenProblem(503, "OVERLOADED", "Retry-After", "1").then(200, DONE);

        long start = System.nanoTime();
        client().orders().ship(ORDER, SHIPMENT);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void does_not_wait_when_retry_after_is_beyond_its_patience() {
        service.thenProblem(503, "OVERLOADED", "Retry-After", "3600");

        assertThatThrownBy(() -> client().orders().deliver(ORDER))
                .isInstanceOfSatisfying(ApiProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(503));
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void tries_again_after_a_concurrent_change() {
        service.thenProblem(409, "CONCURRENT_CHANGE").then(200, DONE);

        assertThat(client().orders().deliver(ORDER).version()).isEqualTo(3);
    }

    @Test
    void repeats_a_command_after_a_lost_answer() {
        service.thenHangUp().thenProblem(504, "OUTCOME_UNKNOWN").then(200, DONE);

        assertThat(client().orders().place(ORDER, "tok_approve").version()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void does_not_take_for_carried_out_what_was_answered_with_nothing(String nothing) {
        service.then(200, nothing);

        assertThatThrownBy(() -> client().orders().place(ORDER, "tok_approve")).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void repeats_a_command_after_a_time_out() {
        service.thenSilence().then(200, DONE);
        OrderflowClient impatient =
                builder().requestTimeout(Duration.ofMillis(200)).build();

        assertThat(impatient.orders().place(ORDER, "tok_approve").version()).isEqualTo(3);
    }

    @Test
    void repeats_a_shipment_and_an_adjustment_under_the_key_that_keeps_them_from_doubling() {
        service.thenHangUp().then(200, DONE).thenProblem(504, "OUTCOME_UNKNOWN");
        service.then(200, "{\"sku\":\"A\",\"version\":1}", "Idempotent-Replayed", "true");

        assertThat(client().orders().ship(ORDER, SHIPMENT)).isEqualTo(new OrderAck(ORDER, 3, false));
        assertThat(client().stock().adjust("A", 1, "found")).isEqualTo(new StockAck("A", 1, true));

        List<String> keys = service.asked().stream()
                .map(asked -> asked.header("Idempotency-key"))
                .toList();
        assertThat(keys).hasSize(4);
        assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
        assertThat(keys.get(2)).isEqualTo(keys.get(3));
    }

    @Test
    void says_that_the_outcome_is_unknown_when_an_earlier_try_may_have_happened() {
        service.thenHangUp().thenProblem(503, "UNAVAILABLE", "Retry-After", "3600");

        assertThatThrownBy(() -> client().orders().place(ORDER, "tok_approve")).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void reaches_a_service_that_starts_late() throws Exception {
        int port = freePort();
        OrderflowClient client = OrderflowClient.builder()
                .commandUrl(URI.create("http://127.0.0.1:" + port))
                .retries(RetryPolicy.forUpTo(Duration.ofSeconds(20)))
                .build();
        Thread starter = new Thread(() -> LateService.answer(port, DONE));
        starter.start();

        assertThat(client.orders().deliver(ORDER).version()).isEqualTo(3);
        starter.join();
    }

    @Test
    void gives_up_on_a_service_that_is_not_there() throws Exception {
        OrderflowClient client = OrderflowClient.builder()
                .commandUrl(URI.create("http://127.0.0.1:" + freePort()))
                .retries(RetryPolicy.forUpTo(Duration.ofMillis(200)))
                .build();

        assertThatThrownBy(() -> client.orders().deliver(ORDER))
                .isInstanceOf(ServiceUnreachable.class)
                .hasMessageContaining("/api/v1/orders/" + ORDER + "/delivery");
    }

    @Test
    void pauses_grow_but_not_beyond_the_longest() {
        RetryPolicy policy = new RetryPolicy(Duration.ofMillis(100), Duration.ofMillis(1000), Duration.ofSeconds(10));

        assertThat(policy.pause(1, Duration.ZERO)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(policy.pause(3, Duration.ZERO)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
        assertThat(policy.pause(500, Duration.ZERO)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1000));
    }

    private OrderflowClient client() {
        return builder().build();
    }

    private OrderflowClient.Builder builder() {
        return OrderflowClient.builder()
                .commandUrl(service.url())
                .queryUrl(service.url())
                .retries(RetryPolicy.forUpTo(Duration.ofSeconds(5)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
