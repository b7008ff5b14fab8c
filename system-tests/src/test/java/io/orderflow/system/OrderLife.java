package io.orderflow.system;

import static io.orderflow.client.OrderStatus.CANCELLED;
import static io.orderflow.client.OrderStatus.CONFIRMED;
import static io.orderflow.client.OrderStatus.DELIVERED;
import static io.orderflow.client.OrderStatus.PARTIALLY_SHIPPED;
import static io.orderflow.client.OrderStatus.PENDING;
import static io.orderflow.client.OrderStatus.REJECTED;
import static io.orderflow.client.OrderStatus.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orderflow.client.Address;
import io.orderflow.client.ApiProblem;
import io.orderflow.client.Money;
import io.orderflow.client.NewLine;
import io.orderflow.client.NewOrder;
import io.orderflow.client.NewShipment;
import io.orderflow.client.OrderFilter;
import io.orderflow.client.OrderStatus;
import io.orderflow.client.OrderView;
import io.orderflow.client.OrderflowClient;
import io.orderflow.client.StockView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders go in at one process and come out of the other, over restarts and kills of both, in whichever mode. */
abstract class OrderLife {

    private static final Address ADDRESS = new Address("Ada", "Ring 1", "10115", "Berlin", null, "DE");

    // names of this test's own: an Axon Server may hold what earlier tests have left
    final String desk = "DESK-" + UUID.randomUUID();
    private final String lamp = "LAMP-" + UUID.randomUUID();

    @TempDir
    Path data;

    /** Starts both services in the mode that is tested. */
    abstract Services start();

    @Test
    void orders_reach_their_ends_over_restarts_of_both_services() {
        try (Services services = start()) {
            UUID customer = UUID.randomUUID();
            services.client.customers().register(customer, "Zoë Ångström", "zoe@example.com");
            services.client.stock().register(desk, "Desk", 10);
            services.client.stock().register(lamp, "Lamp", 1);

            UUID shipped = create(services, customer, "tok_approve", line(desk, 3));
            OrderView confirmed = awaitStatus(services, shipped, CONFIRMED);
            assertThat(confirmed.customerName()).isEqualTo("Zoë Ångström");
            assertThat(confirmed.total()).isEqualTo(Money.of("37.50", "EUR"));
            UUID pending = services.client
                    .orders()
                    .create(NewOrder.pending(customer, "EUR", List.of(line(desk, 1)), ADDRESS))
                    .orderId();
            awaitStatus(services, pending, PENDING);
            UUID silent = create(services, customer, "tok_never", line(desk, 1));

            services.command.stop();
            services.query.stop();
            services.command.startAndWait();
            services.query.startAndWait();

            ship(services, confirmed, 1);
            awaitStatus(services, shipped, PARTIALLY_SHIPPED);
            assertThatThrownBy(() -> services.client.orders().cancel(shipped, "too late"))
                    .isInstanceOfSatisfying(ApiProblem.class, problem -> assertThat(problem.code())
                            .isEqualTo("ORDER_NOT_CANCELLABLE"));
            ship(services, confirmed, 2);
            OrderView sent = awaitStatus(services, shipped, SHIPPED);
            assertThat(sent.shipments()).hasSize(2);
            services.client.orders().deliver(shipped);
            awaitStatus(services, shipped, DELIVERED);

            services.client.orders().cancel(pending, "changed my mind");
            assertThat(awaitStatus(services, pending, CANCELLED).cancellationReason())
                    .isEqualTo("changed my mind");

            UUID tooMany = create(services, customer, "tok_approve", line(desk, 1), line(lamp, 2));
            OrderView outOfStock = awaitStatus(services, tooMany, REJECTED);
            assertThat(outOfStock.rejection().reason()).isEqualTo("OUT_OF_STOCK");
            assertThat(outOfStock.rejection().sku()).isEqualTo(lamp);
            UUID declined = create(services, customer, "tok_decline", line(desk, 1));
            assertThat(awaitStatus(services, declined, REJECTED).rejection().reason())
                    .isEqualTo("PAYMENT_DECLINED");
            assertThat(awaitStatus(services, silent, REJECTED).rejection().reason())
                    .as("a deadline that was set before the restart")
                    .isEqualTo("PAYMENT_TIMED_OUT");

            services.command.kill();
            services.query.kill();
            services.command.startAndWait();
            services.query.startAndWait();

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(status(services, shipped)).isEqualTo(DELIVERED);
                assertThat(status(services, pending)).isEqualTo(CANCELLED);
                assertThat(status(services, tooMany)).isEqualTo(REJECTED);
                assertThat(services.client
                                .orders()
                                .list(OrderFilter.all().of(customer))
                                .total())
                        .isEqualTo(5);
                StockView left = services.client.stock().find(desk).orElseThrow();
                assertThat(List.of(left.onHand(), left.reserved(), left.committed()))
                        .containsExactly(10L, 0L, 3L);
                assertThat(services.client
                                .orders()
                                .find(shipped)
                                .orElseThrow()
                                .payment()
                                .status())
                        .isEqualTo("CAPTURED");
            });
        }
    }

    @Test
    void callers_are_answered_as_in_every_other_mode() throws Exception {
        try (Services services = start()) {
            Caller caller = new Caller(services);
            String stock = "{\"sku\":\"%s\",\"productName\":\"Desk\",\"onHand\":%d}";

            Caller.Answer registered = caller.post("/api/v1/stock", stock.formatted(desk, 10), "Idempotency-Key", "k1");
            Caller.Answer again = caller.post("/api/v1/stock", stock.formatted(desk, 10), "Idempotency-Key", "k1");
            assertThat(registered.status()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(registered.body());
            assertThat(again.header("Idempotent-Replayed")).hasValue("true");
            assertThat(caller.outcome(registered)).contains("\"outcome\":\"DONE\"");
            assertThat(caller.outcome(UUID.randomUUID())).contains("\"outcome\":\"UNKNOWN\"");
            assertThat(caller.post("/api/v1/stock", stock.formatted(desk, 11), "Idempotency-Key", "k1")
                            .problem())
                    .isEqualTo("422 IDEMPOTENCY_KEY_REUSED");
            assertThat(caller.post("/api/v1/stock", stock.formatted(desk, 12)).problem())
                    .isEqualTo("409 STOCK_ALREADY_REGISTERED");

            services.command.kill();
            services.command.startAndWait();
            assertThat(caller.outcome(registered)).as("from the store").contains("\"outcome\":\"DONE\"");

            String adjustments = "/api/v1/stock/" + desk + "/adjustments";
            String oneMore = "{\"delta\":1,\"reason\":\"found\"}";
            assertThat(caller.post(adjustments, oneMore, "If-Match", "\"0\"").body())
                    .contains("\"version\":1");
            Caller.Answer stale = caller.post(adjustments, oneMore, "If-Match", "\"0\"");
            assertThat(stale.problem()).isEqualTo("412 VERSION_CONFLICT");
            assertThat(stale.body()).contains("\"currentVersion\":1");
            assertThat(caller.post("/api/v1/stock/NONE-" + desk + "/adjustments", oneMore)
                            .problem())
                    .isEqualTo("404 STOCK_NOT_FOUND");
            assertThat(caller.post("/api/v1/orders/" + UUID.randomUUID() + "/cancellation", "{\"reason\":\"no\"}")
                            .problem())
                    .isEqualTo("404 ORDER_NOT_FOUND");

            List<Integer> statuses = IntStream.range(0, 12)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> caller.post(adjustments, oneMore)))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .map(Caller.Answer::status)
                    .toList();
            long done = statuses.stream().filter(status -> status == 200).count();
            assertThat(statuses)
                    .as("done, or refused without effect")
                    .allMatch(status -> status == 200 || status == 503);
            Caller.Answer held = caller.read("/api/v1/stock/" + desk + "?minVersion=" + (1 + done) + "&wait=20s");
            assertThat(held.body()).contains("\"onHand\":" + (11 + done)).doesNotContain("\"stale\"");
        }
    }

    static UUID create(Services services, UUID customer, String token, NewLine... lines) {
        return create(services.client, customer, token, lines);
    }

    static UUID create(OrderflowClient client, UUID customer, String token, NewLine... lines) {
        return client.orders()
                .create(NewOrder.pending(customer, "EUR", List.of(lines), ADDRESS)
                        .placedWith(token))
                .orderId();
    }

    private static void ship(Services services, OrderView order, int quantity) {
        services.client
                .orders()
                .ship(
                        order.orderId(),
                        new NewShipment(
                                List.of(new NewShipment.Item(
                                        order.lines().get(0).lineId(), quantity)),
                                "DHL",
                                "JD-1",
                                null));
    }

    static OrderView awaitStatus(Services services, UUID order, OrderStatus expected) {
        return await("order to be " + expected)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> services.client.orders().find(order).orElse(null),
                        view -> view != null && view.status() == expected);
    }

    private static OrderStatus status(Services services, UUID order) {
        return services.client.orders().find(order).orElseThrow().status();
    }

    static NewLine line(String sku, int quantity) {
        return NewLine.of(sku, sku, quantity, Money.of("12.50", "EUR"));
    }
}
