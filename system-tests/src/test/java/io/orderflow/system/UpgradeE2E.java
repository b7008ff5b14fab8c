package io.orderflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.client.Address;
import io.orderflow.client.Money;
import io.orderflow.client.NewLine;
import io.orderflow.client.NewOrder;
import io.orderflow.client.NewShipment;
import io.orderflow.client.OrderAck;
import io.orderflow.client.OrderStatus;
import io.orderflow.client.OrderView;
import io.orderflow.client.Projection;
import io.orderflow.client.StockView;
import io.orderflow.system.faults.StoredEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Services that are started on what an earlier release has left go on with it: events and snapshots, requests that were
 * answered, processes and deadlines, rows, positions and dead letters.
 */
class UpgradeE2E {

    private static final Address ADDRESS = new Address("Ada", "Ring 1", "10115", "Berlin", null, "DE");
    private static final Pattern FIRST_LETTER = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String SKU = "DESK";
    private static final int ON_HAND = 1_000;
    /** More events than a product's snapshot waits for. */
    private static final int ADJUSTMENTS = 120;

    private static final UUID CUSTOMER = id(1);
    private static final UUID OPEN = id(2);
    private static final UUID UNPAID = id(3);
    private static final UUID HALF_SHIPPED = id(4);
    private static final UUID HELD_BACK = id(5);

    @TempDir
    Path data;

    static List<RecordedRelease> releases() throws IOException {
        return RecordedRelease.all();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everything_that_a_release_left_in_the_middle_comes_to_its_end(RecordedRelease release) throws SQLException {
        release.restore(data);
        assertThat(StoredDeadlines.of(data))
                .as("deadlines of the release, over by this machine's clock")
                .hasSize(2)
                .allSatisfy(deadline -> assertThat(deadline).isBefore(Instant.now()));
        try (Services services = Services.start(data)) {
            assertThatAnsweredRequestsAreKnown(services);
            assertThatDeadlinesComeTrue(services);
            assertThatWhatWasHalfShippedIsShipped(services);
            assertThatDeadLettersCanBeSettled(services);
            assertThatNewOrdersAreFulfilled(services);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            services.client.projections().list())
                    .allSatisfy(projection -> assertThat(projection.state()).isEqualTo("RUNNING")));
        }
    }

    /** Begins everything that the next release shall end. */
    @Test
    @EnabledIfSystemProperty(
            named = "orderflow.release.record",
            matches = ".+",
            disabledReason = "writes what a release leaves behind: -Dorderflow.release.record=1.2.3, when one is made")
    void is_recorded() throws IOException, SQLException {
        try (Services services = Services.start(data, Duration.ofSeconds(60), "--orderflow.order.expiry=60s")) {
            services.client.customers().register(CUSTOMER, "Ada", "ada@example.org");
            services.client.stock().register(SKU, "Desk", ON_HAND);
            for (int adjustment = 0; adjustment < ADJUSTMENTS; adjustment++) {
                adjust(services, adjustment);
            }
            new ReadModels(services.client.projections(), PATIENCE).rebuild();

            create(services, HALF_SHIPPED, 2, "tok_approve");
            awaitStatus(services, HALF_SHIPPED, OrderStatus.CONFIRMED);
            ship(services, HALF_SHIPPED);
            awaitStatus(services, HALF_SHIPPED, OrderStatus.PARTIALLY_SHIPPED);
            holdBack(services);
            create(services, UNPAID, 3, "tok_never");
            await().atMost(PATIENCE).until(() -> stock(services).reserved() == 1 + 3);
            services.client.orders().withKey("open").create(order(OPEN, 5));
            await().atMost(PATIENCE)
                    .until(() -> services.client.orders().find(OPEN).isPresent());
            services.query.stop();
            services.command.stop();
        }
        assertThat(StoredDeadlines.of(data))
                .as("deadlines that are still to come")
                .hasSize(2)
                .allSatisfy(deadline -> assertThat(deadline).isAfter(Instant.now()));
        RecordedRelease.named(System.getProperty("orderflow.release.record")).record(data);
    }

    private static void assertThatAnsweredRequestsAreKnown(Services services) {
        OrderAck again = services.client.orders().withKey("open").create(order(OPEN, 5));
        assertThat(again.version()).isZero();
        assertThat(adjust(services, 7)).isEqualTo(8);
        assertThat(stock(services).onHand()).isEqualTo(ON_HAND + ADJUSTMENTS);
    }

    private static void assertThatDeadlinesComeTrue(Services services) {
        assertThat(awaitStatus(services, OPEN, OrderStatus.CANCELLED).cancellationReason())
                .isEqualTo("expired");
        assertThat(awaitStatus(services, UNPAID, OrderStatus.REJECTED)
                        .rejection()
                        .reason())
                .isEqualTo("PAYMENT_TIMED_OUT");
        await().atMost(PATIENCE).until(() -> stock(services).reserved() == 1);
    }

    private static void assertThatWhatWasHalfShippedIsShipped(Services services) {
        ship(services, HALF_SHIPPED);
        awaitStatus(services, HALF_SHIPPED, OrderStatus.SHIPPED);
        await().atMost(PATIENCE).until(() -> stock(services).committed() == 2);
        assertThat(stock(services).reserved()).isZero();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(services.client
                        .orders()
                        .find(HALF_SHIPPED)
                        .orElseThrow()
                        .payment())
                .satisfies(payment -> assertThat(payment.captured()).isEqualTo(payment.amount())));
    }

    private static void assertThatDeadLettersCanBeSettled(Services services) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        services.client.orders().find(HELD_BACK).map(OrderView::version))
                .contains(0L));
        String letters = "/api/v1/projections/order-details/dead-letters";
        Caller caller = new Caller(services);
        Matcher first = FIRST_LETTER.matcher(caller.read(letters).body());
        assertThat(first.find()).isTrue();
        assertThat(caller.delete(letters + "/" + first.group(1) + "?reason=unknown")
                        .status())
                .isEqualTo(200);
        awaitStatus(services, HELD_BACK, OrderStatus.CONFIRMED);
    }

    private static void assertThatNewOrdersAreFulfilled(Services services) {
        UUID order = UUID.randomUUID();
        create(services, order, 1, "tok_approve");
        awaitStatus(services, order, OrderStatus.CONFIRMED);
    }

    /** An order whose second event this release does not know: a third one waits behind it. */
    private void holdBack(Services services) {
        StoredEvents.embedded(data)
                .appendOrder(
                        HELD_BACK,
                        List.of(
                                Map.entry("OrderGifted", "{}"),
                                Map.entry("OrderConfirmed", "{\"orderId\":\"" + HELD_BACK + "\"}")));
        services.client.stock().register("CHAIR", "Chair", 1); // readers learn of events with those of a service
        await().atMost(PATIENCE)
                .until(() -> projection(services, "order-details").deadLetters().events() == 2);
    }

    private static Projection projection(Services services, String name) {
        return services.client.projections().find(name).orElseThrow();
    }

    private static long adjust(Services services, int number) {
        return services.client
                .stock()
                .withKey("adjustment-" + number)
                .adjust(SKU, 1, "counted")
                .version();
    }

    private static void create(Services services, UUID order, int units, String paymentToken) {
        services.client.orders().create(order(order, units).placedWith(paymentToken));
    }

    private static NewOrder order(UUID order, int units) {
        NewLine line = new NewLine(id(units), SKU, "Desk", units, Money.of("12.50", "EUR"));
        return NewOrder.pending(CUSTOMER, "EUR", List.of(line), ADDRESS).withId(order);
    }

    /** One unit of the order's only line. */
    private static void ship(Services services, UUID order) {
        OrderView view = services.client.orders().find(order).orElseThrow();
        UUID line = view.lines().get(0).lineId();
        services.client
                .orders()
                .ship(order, new NewShipment(List.of(new NewShipment.Item(line, 1)), "DHL", "JD0001", null));
    }

    private static OrderView awaitStatus(Services services, UUID order, OrderStatus status) {
        return await().atMost(PATIENCE)
                .until(
                        () -> services.client.orders().find(order).orElse(null),
                        view -> view != null && view.status() == status);
    }

    private static StockView stock(Services services) {
        return services.client.stock().find(SKU).orElseThrow();
    }

    private static UUID id(int number) {
        return new UUID(0x4000, 0x8000_0000_0000_0000L + number);
    }
}
