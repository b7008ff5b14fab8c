package io.orderflow.system;

import static io.orderflow.client.OrderStatus.CONFIRMED;
import static io.orderflow.client.OrderStatus.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.client.OrderFilter;
import io.orderflow.client.OrderView;
import io.orderflow.client.OrderflowClient;
import io.orderflow.client.RetryPolicy;
import io.orderflow.client.StockView;
import io.orderflow.processes.LocalPostgres;
import io.orderflow.processes.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several replicas of each service, which share a PostgreSQL server. */
abstract class OrderLifeOfReplicas extends OrderLife {

    private static final int ORDERS = 60;
    private static final int IN_STOCK = 40;

    final LocalPostgres postgres = new LocalPostgres();

    /** What makes a service one of the mode that is tested. */
    abstract String[] settings();

    @Override
    Services start() {
        return Services.start(data, settings());
    }

    @AfterEach
    void stopPostgres() {
        postgres.close();
    }

    @Test
    void two_command_and_three_query_replicas_share_the_work_and_any_of_them_may_be_killed() throws Exception {
        try (Services services = start();
                ServiceProcess command = replica("command-service", "second");
                ServiceProcess query = replica("query-service", "second");
                ServiceProcess third = replica("query-service", "third")) {
            command.startAndWait();
            query.startAndWait();
            third.startAndWait();
            OrderflowClient others = OrderflowClient.builder()
                    .commandUrl(command.url())
                    .queryUrl(query.url())
                    .retries(RetryPolicy.forUpTo(Duration.ofSeconds(60)))
                    .build();
            UUID customer = UUID.randomUUID();
            services.client.customers().register(customer, "Ada", "ada@example.com");
            others.stock().register(desk, "Desk", IN_STOCK);
            List<List<String>> told = new ArrayList<>();
            for (ServiceProcess replica : List.of(services.query, query, third)) {
                told.add(follow(replica, customer));
            }

            List<CompletableFuture<UUID>> creating = IntStream.range(0, ORDERS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                            create(i % 2 == 0 ? services.client : others, customer, "tok_approve", line(desk, 1))))
                    .toList();
            List<UUID> orders = creating.stream().map(CompletableFuture::join).toList();
            for (UUID order : orders) {
                for (ServiceProcess replica : List.of(query, third)) {
                    assertThat(read(replica, order)).contains(order.toString()).doesNotContain("\"stale\"");
                }
            }
            awaitEnds(services, customer);
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(told)
                    .as("what the live lists of the three replicas have told")
                    .allSatisfy(lines -> assertThat(orders)
                            .allMatch(order -> lines.stream().anyMatch(line -> line.contains(order.toString())))));

            services.command.kill();
            services.query.kill();
            UUID after = create(others, customer, "tok_decline", line(desk, 1));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(others.orders().find(after).map(OrderView::status))
                            .hasValue(REJECTED));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(read(third, after)).contains("REJECTED"));
            services.command.startAndWait();
            services.query.startAndWait();
            awaitStatus(services, after, REJECTED);
            awaitEnds(services, customer);
        }
    }

    private ServiceProcess replica(String name, String folder) throws IOException {
        Path logs = Files.createDirectories(data.resolve(folder));
        List<String> settings = new ArrayList<>(List.of(settings()));
        settings.add(Services.PATIENT);
        return new ServiceProcess(name, logs, settings.toArray(String[]::new));
    }

    /** No more and no less is sold than there is, whichever replicas have decided. */
    private void awaitEnds(Services services, UUID customer) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(count(services, OrderFilter.all().of(customer).in(CONFIRMED)))
                    .isEqualTo(IN_STOCK);
            StockView left = services.client.stock().find(desk).orElseThrow();
            assertThat(List.of(left.onHand(), left.reserved())).containsExactly((long) IN_STOCK, (long) IN_STOCK);
        });
    }

    private static long count(Services services, OrderFilter filter) {
        return services.client.orders().list(filter.page(1, 1)).total();
    }

    private static String read(ServiceProcess query, UUID order) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        query.url().resolve("/api/v1/orders/" + order + "?minVersion=1&wait=20s"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    /** The lines of a live list as they come. */
    private static List<String> follow(ServiceProcess query, UUID customer) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        query.url().resolve("/api/v1/orders/stream?customerId=" + customer))
                .build();
        HttpResponse<Stream<String>> live = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
        List<String> lines = new CopyOnWriteArrayList<>();
        CompletableFuture.runAsync(() -> live.body().forEach(lines::add), command -> {
            Thread reader = new Thread(command, "live list");
            reader.setDaemon(true);
            reader.start();
        });
        return lines;
    }
}
