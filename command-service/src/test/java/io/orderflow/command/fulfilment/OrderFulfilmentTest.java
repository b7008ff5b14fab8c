package io.orderflow.command.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.hamcrest.Matchers.containsInAnyOrder;

import io.orderflow.api.money.Money;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.RejectionReason;
import io.orderflow.api.order.ShipmentLine;
import io.orderflow.api.order.command.ConfirmOrder;
import io.orderflow.api.order.command.ExpireOrder;
import io.orderflow.api.order.command.RejectOrder;
import io.orderflow.api.order.event.ItemsShipped;
import io.orderflow.api.order.event.OrderCancelled;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderExpired;
import io.orderflow.api.order.event.OrderPlaced;
import io.orderflow.api.payment.PaymentId;
import io.orderflow.api.payment.command.AuthorisePayment;
import io.orderflow.api.payment.command.CapturePayment;
import io.orderflow.api.payment.command.TimeOutPayment;
import io.orderflow.api.payment.command.VoidPayment;
import io.orderflow.api.payment.event.PaymentAuthorised;
import io.orderflow.api.payment.event.PaymentDeclined;
import io.orderflow.api.payment.event.PaymentVoided;
import io.orderflow.api.stock.StockLevel;
import io.orderflow.api.stock.command.CommitStock;
import io.orderflow.api.stock.command.ReleaseStock;
import io.orderflow.api.stock.command.ReserveStock;
import io.orderflow.api.stock.event.StockReservationRefused;
import io.orderflow.api.stock.event.StockReserved;
import io.orderflow.command.platform.axon.ProcessCommands;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.test.saga.FixtureConfiguration;
import org.axonframework.test.saga.SagaTestFixture;
import org.axonframework.test.saga.WhenState;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderFulfilmentTest {

    private static final UUID ORDER = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID CUSTOMER = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final UUID SHIPMENT = UUID.fromString("01900000-0000-7000-8000-000000000003");
    private static final UUID PAYMENT = PaymentId.of(ORDER);
    private static final Money TOTAL = new Money(new BigDecimal("40.00"), "EUR");
    private static final OrderLine DESK = line("DESK", 1, "30.00");
    private static final OrderLine LAMP = line("LAMP", 1, "5.00");
    private static final OrderLine SECOND_LAMP = line("LAMP", 1, "5.00");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final StockLevel LEVEL = new StockLevel(10, 1, 0);

    private FixtureConfiguration fixture;
    private ProcessCommands commands;

    @BeforeEach
    void start() {
        fixture = new SagaTestFixture<>(OrderFulfilment.class);
        commands = new ProcessCommands(
                DefaultCommandGateway.builder()
                        .commandBus(((SagaTestFixture<?>) fixture).getCommandBus())
                        .build(),
                Clock.systemUTC());
        fixture.registerResource(commands);
        fixture.registerResource(new FulfilmentSettings(TIMEOUT));
    }

    @AfterEach
    void stop() {
        commands.destroy();
    }

    @Test
    void a_pending_order_gets_a_deadline() {
        Instant tomorrow = fixture.currentTime().plus(Duration.ofHours(24));
        fixture.givenNoPriorActivity()
                .whenAggregate("order-" + ORDER)
                .publishes(created(tomorrow))
                .expectActiveSagas(1)
                .expectScheduledDeadlineWithName(tomorrow, OrderFulfilment.ORDER_EXPIRY)
                .expectNoDispatchedCommands();
    }

    @Test
    void expires_an_order_that_nobody_placed() {
        fixture.givenAggregate("order-" + ORDER)
                .published(created(fixture.currentTime().plus(Duration.ofHours(24))))
                .whenTimeElapses(Duration.ofHours(25))
                .expectTriggeredDeadlinesWithName(OrderFulfilment.ORDER_EXPIRY)
                .expectDispatchedCommands(new ExpireOrder(ORDER));
    }

    @Test
    void ends_when_the_order_has_expired() {
        fixture.givenAggregate("order-" + ORDER)
                .published(created(fixture.currentTime().plus(Duration.ofHours(24))))
                .whenAggregate("order-" + ORDER)
                .publishes(new OrderExpired(ORDER))
                .expectActiveSagas(0);
    }

    @Test
    void placing_cancels_the_expiry_and_reserves_each_product_once() {
        fixture.givenAggregate("order-" + ORDER)
                .published(created(fixture.currentTime().plus(Duration.ofHours(24))))
                .whenAggregate("order-" + ORDER)
                .publishes(placed())
                .expectNoScheduledDeadlines()
                .expectDispatchedCommandsMatching(payloadsMatching(
                        inAnyOrder(new ReserveStock("DESK", ORDER, 1), new ReserveStock("LAMP", ORDER, 2))));
    }

    @Test
    void waits_for_the_answer_about_every_product() {
        given(created(null), placed())
                .whenPublishingA(reserved("DESK", 1))
                .expectNoDispatchedCommands()
                .expectActiveSagas(1);
    }

    @Test
    void authorises_the_payment_once_all_stock_is_reserved() {
        given(created(null), placed(), reserved("DESK", 1))
                .whenPublishingA(reserved("LAMP", 2))
                .expectScheduledDeadlineWithName(TIMEOUT, OrderFulfilment.PAYMENT_TIMEOUT)
                .expectDispatchedCommands(new AuthorisePayment(PAYMENT, ORDER, TOTAL, "tok_approve"));
    }

    @Test
    void ignores_an_answer_that_comes_twice() {
        given(created(null), placed(), reserved("DESK", 1))
                .whenPublishingA(reserved("DESK", 1))
                .expectNoDispatchedCommands();
    }

    @Test
    void releases_in_reverse_and_rejects_when_stock_is_short() {
        given(created(null), placed(), reserved("DESK", 1))
                .whenPublishingA(new StockReservationRefused("LAMP", ORDER, 2, 1))
                .expectDispatchedCommands(
                        new ReleaseStock("LAMP", ORDER),
                        new ReleaseStock("DESK", ORDER),
                        new RejectOrder(ORDER, RejectionReason.OUT_OF_STOCK, "LAMP", "2 of LAMP wanted, 1 available"))
                .expectActiveSagas(0);
    }

    @Test
    void confirms_when_the_payment_is_authorised() {
        given(created(null), placed(), reserved("DESK", 1), reserved("LAMP", 2))
                .whenPublishingA(new PaymentAuthorised(PAYMENT, ORDER, TOTAL))
                .expectNoScheduledDeadlines()
                .expectDispatchedCommands(new ConfirmOrder(ORDER))
                .expectActiveSagas(1);
    }

    @Test
    void releases_and_rejects_when_the_payment_is_declined() {
        given(created(null), placed(), reserved("DESK", 1), reserved("LAMP", 2))
                .whenPublishingA(new PaymentDeclined(PAYMENT, ORDER, "no money"))
                .expectNoScheduledDeadlines()
                .expectDispatchedCommands(
                        new ReleaseStock("LAMP", ORDER),
                        new ReleaseStock("DESK", ORDER),
                        new RejectOrder(ORDER, RejectionReason.PAYMENT_DECLINED, null, "no money"))
                .expectActiveSagas(0);
    }

    @Test
    void asks_the_payment_to_time_out_when_no_answer_comes() {
        given(created(null), placed(), reserved("DESK", 1), reserved("LAMP", 2))
                .whenTimeElapses(TIMEOUT.plusSeconds(1))
                .expectDispatchedCommands(new TimeOutPayment(PAYMENT))
                .expectActiveSagas(1);
    }

    @Test
    void rejects_when_the_payment_timed_out() {
        given(created(null), placed(), reserved("DESK", 1), reserved("LAMP", 2))
                .whenPublishingA(new PaymentVoided(PAYMENT, ORDER))
                .expectDispatchedCommands(
                        new ReleaseStock("LAMP", ORDER),
                        new ReleaseStock("DESK", ORDER),
                        new RejectOrder(
                                ORDER,
                                RejectionReason.PAYMENT_TIMED_OUT,
                                null,
                                "the payment gateway did not answer in time"))
                .expectActiveSagas(0);
    }

    @Test
    void undoes_everything_when_a_confirmed_order_is_cancelled() {
        given(
                        created(null),
                        placed(),
                        reserved("DESK", 1),
                        reserved("LAMP", 2),
                        new PaymentAuthorised(PAYMENT, ORDER, TOTAL))
                .whenPublishingA(new OrderCancelled(ORDER, "changed my mind"))
                .expectDispatchedCommands(
                        new VoidPayment(PAYMENT), new ReleaseStock("LAMP", ORDER), new ReleaseStock("DESK", ORDER))
                .expectNoScheduledDeadlines()
                .expectActiveSagas(0);
    }

    @Test
    void cancelling_a_pending_order_needs_nothing_undone() {
        given(created(null))
                .whenPublishingA(new OrderCancelled(ORDER, "changed my mind"))
                .expectNoDispatchedCommands()
                .expectActiveSagas(0);
    }

    @Test
    void commits_stock_and_captures_payment_for_a_partial_shipment() {
        given(created(null), placed(), reserved("DESK", 1), reserved("LAMP", 2))
                .whenPublishingA(shipped(false, "5.00", new ShipmentLine(LAMP.lineId(), "LAMP", 1)))
                .expectDispatchedCommandsMatching(payloadsMatching(inAnyOrder(
                        new CommitStock("LAMP", ORDER, SHIPMENT, 1),
                        new CapturePayment(PAYMENT, SHIPMENT, eur("5.00")))))
                .expectActiveSagas(1);
    }

    @Test
    void ends_with_the_last_shipment() {
        given(created(null), placed(), reserved("DESK", 1), reserved("LAMP", 2))
                .whenPublishingA(shipped(
                        true,
                        "10.00",
                        new ShipmentLine(LAMP.lineId(), "LAMP", 1),
                        new ShipmentLine(SECOND_LAMP.lineId(), "LAMP", 1)))
                .expectDispatchedCommandsMatching(payloadsMatching(inAnyOrder(
                        new CommitStock("LAMP", ORDER, SHIPMENT, 2),
                        new CapturePayment(PAYMENT, SHIPMENT, eur("10.00")))))
                .expectActiveSagas(0);
    }

    @Test
    void captures_nothing_for_a_shipment_without_value() {
        given(created(null), placed(), reserved("DESK", 1), reserved("LAMP", 2))
                .whenPublishingA(shipped(true, "0.00", new ShipmentLine(LAMP.lineId(), "LAMP", 1)))
                .expectDispatchedCommands(new CommitStock("LAMP", ORDER, SHIPMENT, 1));
    }

    @Test
    void its_state_survives_being_stored() {
        var serializer = Jackson3Serializer.builder()
                .revisionResolver(new AnnotationRevisionResolver())
                .build();
        FulfilmentState state = new FulfilmentState();
        state.placed(List.of(DESK, LAMP, SECOND_LAMP), TOTAL, "tok_approve");
        state.answered("DESK");
        state.refused("LAMP", "short");
        state.paymentRequested();

        var stored = serializer.serialize(state, byte[].class);
        FulfilmentState restored = serializer.deserialize(stored);

        assertThat(restored).usingRecursiveComparison().isEqualTo(state);
    }

    private WhenState given(Object... events) {
        var given = fixture.givenAPublished(events[0]);
        for (int i = 1; i < events.length; i++) {
            given = given.andThenAPublished(events[i]);
        }
        return given;
    }

    private static OrderCreated created(@Nullable Instant expiresAt) {
        return new OrderCreated(
                ORDER,
                CUSTOMER,
                "EUR",
                List.of(DESK, LAMP, SECOND_LAMP),
                TOTAL,
                new Address("A", "B 1", "1", "C", null, "DE"),
                Instant.EPOCH,
                expiresAt);
    }

    private static OrderPlaced placed() {
        return new OrderPlaced(ORDER, CUSTOMER, List.of(DESK, LAMP, SECOND_LAMP), TOTAL, "tok_approve");
    }

    private static StockReserved reserved(String sku, long quantity) {
        return new StockReserved(sku, ORDER, quantity, LEVEL);
    }

    private static ItemsShipped shipped(boolean complete, String amount, ShipmentLine... items) {
        return new ItemsShipped(ORDER, SHIPMENT, List.of(items), eur(amount), "DHL", "T1", Instant.EPOCH, complete);
    }

    private static OrderLine line(String sku, int quantity, String price) {
        return new OrderLine(UUID.randomUUID(), sku, sku, quantity, eur(price));
    }

    private static Money eur(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    @SuppressWarnings("unchecked") // Hamcrest types the matcher by Iterable, Axon wants one of lists
    private static Matcher<List<?>> inAnyOrder(Object... commands) {
        return (Matcher<List<?>>) (Matcher<?>) containsInAnyOrder(commands);
    }
}
