package io.orderflow.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.client.Address;
import io.orderflow.client.Money;
import io.orderflow.client.NewLine;
import io.orderflow.client.NewOrder;
import io.orderflow.client.OrderAck;
import io.orderflow.client.OrderFilter;
import io.orderflow.client.OrderStatus;
import io.orderflow.client.StockView;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Many more orders than there are units, at every replica at once: as many are confirmed as there are units, exactly. */
final class ScarceStock {

    private static final Address ADDRESS = new Address("Ada", "Ring 1", "10115", "Berlin", null, "DE");
    private static final int PARALLEL = 50;

    private final Installation services;

    ScarceStock(Installation services) {
        this.services = services;
    }

    /**
     * Sells what there is.
     *
     * @param meanwhile what happens in the middle of it
     */
    void sell(int units, int orders, Runnable meanwhile) {
        String sku = "RARE-" + UUID.randomUUID();
        UUID customer = UUID.randomUUID();
        services.patient().stock().register(sku, "Desk", units);

        List<OrderAck> acks = Callers.callAtOnce(
                orders,
                PARALLEL,
                number -> services.patient(number)
                        .orders()
                        .create(NewOrder.pending(
                                        customer,
                                        "EUR",
                                        List.of(NewLine.of(sku, "Desk", 1, Money.of("12.50", "EUR"))),
                                        ADDRESS)
                                .placedWith("tok_approve")),
                meanwhile);

        assertThat(acks).extracting(OrderAck::orderId).doesNotHaveDuplicates().hasSize(orders);
        await("each order to come to its end").atMost(Duration.ofSeconds(120)).untilAsserted(() -> {
            assertThat(count(customer, OrderStatus.CONFIRMED)).as("confirmed").isEqualTo(units);
            assertThat(count(customer, OrderStatus.REJECTED)).as("rejected").isEqualTo((long) orders - units);
        });
        StockView stock = services.patient().stock().find(sku).orElseThrow();
        assertThat(List.of(stock.onHand(), stock.reserved(), stock.available()))
                .as("on hand, reserved, available")
                .containsExactly((long) units, (long) units, 0L);
    }

    private long count(UUID customer, OrderStatus status) {
        return services.patient()
                .orders()
                .list(OrderFilter.all().of(customer).in(status).page(1, 1))
                .total();
    }
}
