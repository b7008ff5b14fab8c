package io.orderflow.system;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.client.Address;
import io.orderflow.client.Money;
import io.orderflow.client.NewLine;
import io.orderflow.client.NewOrder;
import io.orderflow.client.OrderAck;
import io.orderflow.client.OrderFilter;
import io.orderflow.processes.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services are asked to end while they are busy: each in turn, once as the one that holds the store's file, once not. */
class GracefulStopE2E {

    private static final Address ADDRESS = new Address("Ada", "Ring 1", "10115", "Berlin", null, "DE");
    private static final int CALLERS = 2;
    private static final int MORE = 30;
    private static final long CALL_EVERY_MILLIS = 50;

    @TempDir
    Path data;

    private final UUID customer = UUID.randomUUID();
    private final Queue<OrderAck> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final ScheduledExecutorService callers = Executors.newScheduledThreadPool(2 * CALLERS);

    @AfterEach
    void endCallers() {
        enough.set(true);
        callers.shutdownNow();
    }

    @Test
    void nothing_is_lost_and_nobody_is_let_down_when_services_are_restarted_under_load() {
        try (Services services = Services.start(data)) {
            List<CompletableFuture<Void>> writing =
                    begin(() -> acknowledged.add(services.client.orders().create(order())));
            List<CompletableFuture<Void>> reading =
                    begin(() -> services.client.orders().list(OrderFilter.all().of(customer)));

            for (ServiceProcess service : List.of(services.command, services.query, services.query, services.command)) {
                awaitMore();
                assertThat(stop(service)).isLessThan(Duration.ofSeconds(20));
                service.startAndWait();
            }
            awaitMore();
            enough.set(true);
            writing.forEach(CompletableFuture::join);
            reading.forEach(CompletableFuture::join);

            assertThat(failed).isEmpty();
            assertThat(acknowledged).extracting(OrderAck::orderId).doesNotHaveDuplicates();
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(services.client
                            .orders()
                            .list(OrderFilter.all().of(customer))
                            .total())
                    .isEqualTo(acknowledged.size()));
            assertThat(acknowledged)
                    .allSatisfy(order -> assertThat(services.client.orders().find(order.orderId()))
                            .isPresent());
        }
    }

    @Test
    void a_request_that_was_accepted_is_answered_as_ever_while_the_service_ends() {
        try (Services services = Services.start(data)) {
            Queue<HttpResponse<String>> answers = new ConcurrentLinkedQueue<>();
            begin(() -> {
                HttpResponse<String> answer = register(services.command);
                answers.add(answer);
                if (answer.statusCode() == 201) {
                    acknowledged.add(new OrderAck(UUID.randomUUID(), 0, false));
                }
            });
            awaitMore();

            assertThat(stop(services.command)).isLessThan(Duration.ofSeconds(20));
            enough.set(true);

            // the server refuses with 503 and no problem what comes on an old connection after it has stopped listening
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() != 201)
                    .allSatisfy(answer -> assertThat(answer.body()).isEmpty());
        }
    }

    @Test
    void a_live_stream_ends_and_a_hanging_request_does_not_hold_up_the_end() throws IOException {
        try (Services services = Services.start(data)) {
            CompletableFuture<HttpResponse<String>> stream = HttpClient.newHttpClient()
                    .sendAsync(
                            HttpRequest.newBuilder(services.query.url().resolve("/api/v1/orders/stream"))
                                    .build(),
                            BodyHandlers.ofString());
            CompletableFuture<HttpResponse<String>> waiting = HttpClient.newHttpClient()
                    .sendAsync(
                            HttpRequest.newBuilder(services.query
                                            .url()
                                            .resolve("/api/v1/orders/" + customer + "?minVersion=1&wait=30s"))
                                    .build(),
                            BodyHandlers.ofString());
            try (HangingRequest command = HangingRequest.to(services.command);
                    HangingRequest query = HangingRequest.to(services.query)) {
                await().pollDelay(Duration.ofSeconds(1)).until(() -> !stream.isDone() && !waiting.isDone());

                assertThat(stop(services.query)).isLessThan(Duration.ofSeconds(20));
                assertThat(stop(services.command)).isLessThan(Duration.ofSeconds(20));
                assertThat(List.of(command, query)).doesNotContainNull();
            }

            assertThat(stream).succeedsWithin(Duration.ofSeconds(5)).satisfies(answer -> assertThat(answer.body())
                    .startsWith("retry: "));
            assertThat(waiting)
                    .succeedsWithin(Duration.ofSeconds(5))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(404));
        }
    }

    /** Each calls again and again, but not so often that a service that starts has no processor left. */
    private List<CompletableFuture<Void>> begin(Runnable call) {
        return IntStream.range(0, CALLERS)
                .mapToObj(i -> {
                    CompletableFuture<Void> end = new CompletableFuture<>();
                    callers.scheduleWithFixedDelay(() -> callOnce(call, end), 0, CALL_EVERY_MILLIS, MILLISECONDS);
                    return end;
                })
                .toList();
    }

    private void callOnce(Runnable call, CompletableFuture<Void> end) {
        if (enough.get()) {
            end.complete(null);
            return;
        }
        try {
            call.run();
        } catch (RuntimeException e) {
            failed.add(e.toString());
        }
    }

    private void awaitMore() {
        int before = acknowledged.size();
        await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= before + MORE);
    }

    private static Duration stop(ServiceProcess service) {
        long begin = System.nanoTime();
        service.stop();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private NewOrder order() {
        return NewOrder.pending(
                customer, "EUR", List.of(NewLine.of("DESK", "Desk", 1, Money.of("12.50", "EUR"))), ADDRESS);
    }

    private static final HttpClient ONE_TRY = HttpClient.newHttpClient();

    /** Without the client's own retries. */
    private static HttpResponse<String> register(ServiceProcess service) {
        HttpRequest request = HttpRequest.newBuilder(service.url().resolve("/api/v1/customers"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString("{\"name\":\"Ada\",\"email\":\"a@example.com\"}"))
                .build();
        try {
            return ONE_TRY.sendAsync(request, BodyHandlers.ofString()).get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("no answer: the service does not listen any more", e);
        }
    }
}
