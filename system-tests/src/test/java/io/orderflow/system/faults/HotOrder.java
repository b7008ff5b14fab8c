package io.orderflow.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.client.Address;
import io.orderflow.client.ApiProblem;
import io.orderflow.client.Money;
import io.orderflow.client.NewLine;
import io.orderflow.client.NewOrder;
import io.orderflow.client.OrderAck;
import io.orderflow.client.OrderStatus;
import io.orderflow.client.OrderView;
import io.orderflow.client.Orders;
import io.orderflow.system.faults.StoredEvents.Stored;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Very many callers who want something of one order. */
final class HotOrder {

    private static final int PARALLEL = 50;
    private static final List<String> LEGAL = List.of(
            "OrderPlaced", "OrderPlaced,OrderCancelled", "OrderPlaced,OrderConfirmed,OrderCancelled", "OrderCancelled");

    private final Installation services;
    private final StoredEvents store;

    HotOrder(Installation services, StoredEvents store) {
        this.services = services;
        this.store = store;
    }

    void round(int changes) {
        String sku = "HOT-" + UUID.randomUUID();
        services.patient().stock().register(sku, "Desk", 10);
        UUID order = create(sku);

        List<OrderAck> acks = Callers.callAtOnce(
                changes,
                PARALLEL,
                number -> services.patient(number).orders().changeAddress(order, address("change " + number)),
                () -> {});
        assertThat(acks.stream().map(OrderAck::version))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, changes).boxed().toList());

        List<String> outcomes =
                Callers.callAtOnce(PARALLEL, PARALLEL, number -> placeOrCancel(order, number), () -> {});
        assertThat(outcomes.stream().filter("cancelled"::equals)).hasSize(1);
        assertThat(outcomes.stream().filter("placed"::equals)).hasSizeLessThanOrEqualTo(1);
        await("the process to have done with " + order)
                .atMost(Duration.ofSeconds(60))
                .until(() -> isReleased(order, sku));
        assertThatTheHistoryIsLegal(order, changes);
    }

    /**
     * How long commands about another order take beside callers who all want to change one order, and beside as many who
     * change one each. It is to be reported: those who have no part in the contention must not starve by it.
     */
    String besideOthers(int changes) throws Exception {
        UUID one = create("HOT");
        List<UUID> each =
                IntStream.range(0, PARALLEL).mapToObj(caller -> create("HOT")).toList();
        besideChangesOf(changes, number -> each.get(number % PARALLEL)); // warms up
        long apart = besideChangesOf(changes, number -> each.get(number % PARALLEL));
        long together = besideChangesOf(changes, number -> one);
        return ("beside %d callers who change one order the p95 of another order's commands is %d ms, beside as many who"
                        + " change one each %d ms")
                .formatted(PARALLEL, together, apart);
    }

    private long besideChangesOf(int changes, IntFunction<UUID> order) throws Exception {
        try (Bystander bystander = new Bystander(services, create("OTHER"))) {
            Callers.callAtOnce(
                    changes,
                    PARALLEL,
                    number -> services.patient(number)
                            .orders()
                            .changeAddress(order.apply(number), address("change " + number)),
                    () -> {});
            return bystander.p95Millis();
        }
    }

    private UUID create(String sku) {
        return services.patient()
                .orders()
                .create(NewOrder.pending(
                        UUID.randomUUID(),
                        "EUR",
                        List.of(NewLine.of(sku, "Desk", 1, Money.of("12.50", "EUR"))),
                        address("first")))
                .orderId();
    }

    private String placeOrCancel(UUID order, int number) {
        Orders orders = services.patient(number / 2).orders();
        try {
            if (number % 2 == 0) {
                orders.place(order, "tok_approve");
                return "placed";
            }
            orders.cancel(order, "changed my mind");
            return "cancelled";
        } catch (ApiProblem e) {
            assertThat(e.status()).as(e.getMessage()).isEqualTo(409);
            return e.code();
        }
    }

    private boolean isReleased(UUID order, String sku) {
        return services.patient()
                        .orders()
                        .find(order)
                        .map(OrderView::status)
                        .filter(OrderStatus.CANCELLED::equals)
                        .isPresent()
                && services.patient()
                        .stock()
                        .find(sku)
                        .filter(view -> view.reserved() == 0)
                        .isPresent();
    }

    private void assertThatTheHistoryIsLegal(UUID order, int changes) {
        List<Stored> events = store.read().get("order-" + order);
        assertThat(events.stream().map(Stored::version))
                .containsExactlyElementsOf(
                        LongStream.range(0, events.size()).boxed().toList());
        assertThat(String.join(
                        ",",
                        events.stream().skip(changes + 1L).map(Stored::type).toList()))
                .isIn(LEGAL);
    }

    static Address address(String recipient) {
        return new Address(recipient, "Ring 1", "10115", "Berlin", null, "DE");
    }
}
