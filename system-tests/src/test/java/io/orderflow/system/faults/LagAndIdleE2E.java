package io.orderflow.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.client.Address;
import io.orderflow.client.LiveStream;
import io.orderflow.client.Money;
import io.orderflow.client.NewLine;
import io.orderflow.client.NewOrder;
import io.orderflow.client.OrderAck;
import io.orderflow.client.OrderFilter;
import io.orderflow.client.OrderListListener;
import io.orderflow.client.OrderSummary;
import io.orderflow.client.Page;
import io.orderflow.processes.LocalPostgres;
import io.orderflow.processes.ServiceProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** How soon a change is seen, and what it costs to have nothing to do: figures, to be reported. */
@EnabledIfSystemProperty(
        named = "orderflow.faults",
        matches = "full",
        disabledReason = "it measures for minutes: part of the full dose, -Pfaults")
class LagAndIdleE2E {

    private static final Address ADDRESS = new Address("Ada", "Ring 1", "10115", "Berlin", null, "DE");
    private static final int ORDERS = Integer.getInteger("orderflow.faults.lag.orders", 2_000);
    private static final Duration IDLE = Duration.ofSeconds(Integer.getInteger("orderflow.faults.idle.seconds", 600));

    @TempDir
    Path data;

    @Test
    void every_change_is_seen_in_the_list_and_in_the_live_list() throws SQLException {
        try (LocalPostgres postgres = new LocalPostgres();
                Installation services = new Installation(data, 1, postgres.settings()).start()) {
            measureLag(services);
            measureIdle(services, postgres);
        }
    }

    private static void measureLag(Installation services) {
        UUID customer = UUID.randomUUID();
        Map<UUID, Long> pushed = new ConcurrentHashMap<>();
        List<Long> shown = new ArrayList<>();
        Map<UUID, Long> acknowledged = new ConcurrentHashMap<>();
        try (LiveStream live =
                services.patient().orders().follow(OrderFilter.all().of(customer), new Times(pushed))) {
            assertThat(live.ended().toCompletableFuture()).isNotDone();
            for (int number = 0; number < ORDERS; number++) {
                OrderAck ack = services.patient()
                        .orders()
                        .create(NewOrder.pending(
                                customer,
                                "EUR",
                                List.of(NewLine.of("DESK", "Desk", 1, Money.of("12.50", "EUR"))),
                                ADDRESS));
                long at = System.nanoTime();
                acknowledged.put(ack.orderId(), at);
                while (services.patient().orders().find(ack.orderId()).isEmpty()) {
                    Thread.onSpinWait();
                }
                shown.add(System.nanoTime() - at);
            }
            Installation.pause(Duration.ofSeconds(2));
        }
        assertThat(pushed.keySet()).containsAll(acknowledged.keySet());
        List<Long> frames = acknowledged.entrySet().stream()
                .map(order -> pushed.get(order.getKey()) - order.getValue())
                .toList();
        System.out.println(Report.note("visible lag, PostgreSQL, %d orders one after the other: shown %s, pushed %s"
                .formatted(ORDERS, quantiles(shown), quantiles(frames))));
    }

    private static void measureIdle(Installation services, LocalPostgres postgres) throws SQLException {
        Installation.pause(Duration.ofSeconds(10));
        long queries = transactions(postgres);
        List<Duration> before = services.all().map(LagAndIdleE2E::processorTime).toList();
        Installation.pause(IDLE);
        double seconds = IDLE.toSeconds();
        List<ServiceProcess> all = services.all().toList();
        for (int service = 0; service < all.size(); service++) {
            double used =
                    processorTime(all.get(service)).minus(before.get(service)).toMillis();
            System.out.println(Report.note("idle for %.0f s, PostgreSQL: %s uses %.1f %% of a processor"
                    .formatted(
                            seconds, service == 0 ? "the command service" : "the query service", used / seconds / 10)));
        }
        System.out.println(
                Report.note("idle for %.0f s, PostgreSQL: %.1f transactions a second, of both services together"
                        .formatted(seconds, (transactions(postgres) - queries) / seconds)));
    }

    private static Duration processorTime(ServiceProcess service) {
        return service.handle().info().totalCpuDuration().orElseThrow();
    }

    private static long transactions(LocalPostgres postgres) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url());
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(
                        "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = 'postgres'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String quantiles(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return "p50 %d ms, p99 %d ms, at most %d ms"
                .formatted(
                        millis(sorted.get(sorted.size() / 2)),
                        millis(sorted.get(sorted.size() * 99 / 100)),
                        millis(sorted.get(sorted.size() - 1)));
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    /** When each order was first told of. */
    private record Times(Map<UUID, Long> first) implements OrderListListener {

        @Override
        public void snapshot(Page<OrderSummary> orders) {
            orders.items().forEach(this::changed);
        }

        @Override
        public void changed(OrderSummary order) {
            first.putIfAbsent(order.orderId(), System.nanoTime());
        }

        @Override
        public void left(OrderSummary order) {
            throw new IllegalStateException("nothing can leave this list: " + order);
        }
    }
}
