package io.orderflow.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.client.Address;
import io.orderflow.client.Money;
import io.orderflow.client.NewLine;
import io.orderflow.client.NewOrder;
import io.orderflow.client.OrderFilter;
import io.orderflow.client.OrderStatus;
import io.orderflow.client.StockView;
import io.orderflow.processes.ServiceProcess;
import io.orderflow.system.StoredDeadlines;
import io.orderflow.system.faults.StoredEvents.Stored;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The gateway approves at the very moment when the payment's time is over, and the service is killed just before. */
@EnabledIfSystemProperty(
        named = "orderflow.faults",
        matches = "full",
        disabledReason =
                "FulfilmentModelTest has every order of these events in each build; this is the full dose, -Pfaults")
class DeadlinesE2E {

    private static final Dose DOSE = Dose.asked();
    private static final Address ADDRESS = new Address("Ada", "Ring 1", "10115", "Berlin", null, "DE");
    private static final int ORDERS = 500;
    /** That of the gateway's late answer. */
    private static final String PAYMENT_TIMEOUT = "--orderflow.fulfilment.payment-timeout=5s";

    @TempDir
    Path data;

    @Test
    void each_order_ends_in_one_way_when_its_payment_and_its_deadline_come_at_once_over_a_kill() throws SQLException {
        try (Installation services =
                Installation.embedded(data, PAYMENT_TIMEOUT).start()) {
            for (int round = 0; round < DOSE.times(5); round++) {
                round(services);
            }
            services.all().forEach(ServiceProcess::stop);
            assertThat(StoredDeadlines.of(data))
                    .as("deadlines of orders that have come to their end")
                    .isEmpty();
        }
    }

    private void round(Installation services) {
        String sku = "LATE-" + UUID.randomUUID();
        UUID customer = UUID.randomUUID();
        services.patient().stock().register(sku, "Desk", ORDERS);
        List<UUID> orders = Callers.callAtOnce(
                ORDERS,
                20,
                number -> services.patient()
                        .orders()
                        .create(NewOrder.pending(
                                        customer,
                                        "EUR",
                                        List.of(NewLine.of(sku, "Desk", 1, Money.of("12.50", "EUR"))),
                                        ADDRESS)
                                .placedWith(number % 5 == 0 ? "tok_never" : "tok_late"))
                        .orderId(),
                () -> {});
        Installation.pause(Duration.ofSeconds(3));
        services.commands.get(0).kill();
        services.commands.get(0).startAndWait();

        await("each order to come to its end")
                .atMost(Duration.ofSeconds(120))
                .until(() -> count(services, customer, OrderStatus.CONFIRMED)
                                + count(services, customer, OrderStatus.REJECTED)
                        == ORDERS);
        long confirmed = count(services, customer, OrderStatus.CONFIRMED);
        await("each reservation to be kept or released")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> services.patient()
                                .stock()
                                .find(sku)
                                .map(StockView::reserved)
                                .orElse(-1L),
                        reserved -> reserved == confirmed);
        assertThatEachHasOneEnd(StoredEvents.embedded(data).read(), orders);
        System.out.println(
                Report.note("payment and deadline at once, over a kill: of %d orders %d confirmed, %d rejected"
                        .formatted(ORDERS, confirmed, ORDERS - confirmed)));
    }

    private static void assertThatEachHasOneEnd(Map<String, List<Stored>> events, List<UUID> orders) {
        for (UUID order : orders) {
            List<String> ends = new ArrayList<>();
            events.get("order-" + order).stream()
                    .map(Stored::type)
                    .filter(List.of("OrderConfirmed", "OrderRejected")::contains)
                    .forEach(ends::add);
            assertThat(ends).as("ends of %s", order).hasSize(1);
        }
    }

    private static long count(Installation services, UUID customer, OrderStatus status) {
        return services.patient()
                .orders()
                .list(OrderFilter.all().of(customer).in(status).page(1, 1))
                .total();
    }
}
