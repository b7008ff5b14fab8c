package io.orderflow.command.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.command.retry.RunningService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is too much is refused, soon and without an effect, and what is not is answered as ever. */
class OverloadTest {

    private static final Duration SOON = Duration.ofSeconds(3);

    private static final String BEGUN_BODY =
            "POST /api/v1/customers HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 9\r\n\r\n{";

    @TempDir
    static Path data;

    private static RunningService service;

    private final UUID busy = UUID.randomUUID();
    private final UUID idle = UUID.randomUUID();

    @BeforeAll
    static void start() {
        service = new RunningService(
                data,
                "--orderflow.command.at-once=8",
                "--orderflow.command.waiting=16",
                "--orderflow.command.turn-wait=500ms",
                "--orderflow.command.lock-wait=2s");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void register() {
        for (UUID customer : List.of(busy, idle)) {
            assertThat(service.send(
                                    "POST",
                                    "/customers",
                                    "{\"customerId\":\"%s\",\"name\":\"Ada\",\"email\":\"a@example.com\"}"
                                            .formatted(customer))
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void a_command_that_waits_for_its_aggregate_too_long_is_refused_and_has_no_effect() {
        Lock held = hold(busy);
        try {
            CompletableFuture<HttpResponse<String>> waits = rename(busy, "Bob");
            assertThat(rename(idle, "Bob")).succeedsWithin(SOON).satisfies(OverloadTest::isDone);

            assertThat(waits).succeedsWithin(SOON).satisfies(OverloadTest::isRefused);
        } finally {
            held.release();
        }

        assertThat(service.events(CustomerEvent.streamOf(busy))).containsExactly("CustomerRegistered");
        isDone(rename(busy, "Bob").join());
    }

    @Test
    void many_times_too_many_commands_about_one_thing_are_refused_soon_while_probes_and_others_are_answered() {
        Lock held = hold(busy);
        List<CompletableFuture<HttpResponse<String>>> many;
        try {
            many = IntStream.range(0, 500)
                    .mapToObj(i -> rename(busy, "Bob " + i))
                    .toList();
            assertThat(service.isWell()).isTrue();
            assertThat(rename(idle, "Bob")).succeedsWithin(SOON).satisfies(OverloadTest::isDone);
            assertThat(CompletableFuture.allOf(many.toArray(CompletableFuture[]::new)))
                    .succeedsWithin(SOON);
        } finally {
            held.release();
        }

        assertThat(many).allSatisfy(answer -> isRefused(answer.join()));
        assertThat(service.events(CustomerEvent.streamOf(busy))).containsExactly("CustomerRegistered");
        isDone(rename(busy, "Bob").join());
    }

    @Test
    void thousands_of_connections_that_send_half_a_request_stop_neither_probes_nor_others() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            connect(slow, 2_000, "POST /api/v1/customers HTTP/1.1\r\nHost: a\r\n");
            connect(slow, 100, BEGUN_BODY);
            assertThat(service.isWell()).isTrue();
            assertThat(rename(idle, "Bob")).succeedsWithin(SOON).satisfies(OverloadTest::isDone);

            connect(slow, 300, BEGUN_BODY);
            await().atMost(SOON)
                    .untilAsserted(() -> isRefused(rename(idle, "Bob").join()));
            assertThat(service.isWell()).isTrue();
        } finally {
            for (Socket connection : slow) {
                connection.close();
            }
        }
        await().untilAsserted(() -> isDone(rename(idle, "Bob").join()));
    }

    @Test
    void bodies_that_are_sent_to_probes_do_not_keep_the_threads_of_probes() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            connect(slow, 400, BEGUN_BODY.replace("/api/v1/customers", "/actuator/health"));
            assertThat(service.isWell()).isTrue();
        } finally {
            for (Socket connection : slow) {
                connection.close();
            }
        }
        await().untilAsserted(() -> isDone(rename(idle, "Bob").join()));
    }

    private static void connect(List<Socket> connections, int count, String sent) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket connection = new Socket(InetAddress.getLoopbackAddress(), service.port());
            connections.add(connection);
            connection.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static Lock hold(UUID customer) {
        return service.part(LockFactory.class).obtainLock(CustomerEvent.streamOf(customer));
    }

    private static CompletableFuture<HttpResponse<String>> rename(UUID customer, String name) {
        return service.exchange("PUT", "/customers/" + customer + "/name", "{\"name\":\"%s\"}".formatted(name));
    }

    private static void isDone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void isRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"OVERLOADED\"");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }
}
