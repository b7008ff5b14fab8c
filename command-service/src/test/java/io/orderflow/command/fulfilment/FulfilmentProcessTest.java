package io.orderflow.command.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.api.metadata.MetadataKeys;
import io.orderflow.api.money.Money;
import io.orderflow.api.order.Address;
import io.orderflow.api.order.OrderLine;
import io.orderflow.api.order.RejectionReason;
import io.orderflow.api.order.command.CancelOrder;
import io.orderflow.api.order.command.CreateOrder;
import io.orderflow.api.order.command.PlaceOrder;
import io.orderflow.api.order.command.Placement;
import io.orderflow.api.order.command.ShipItems;
import io.orderflow.api.order.event.OrderConfirmed;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.order.event.OrderExpired;
import io.orderflow.api.order.event.OrderRejected;
import io.orderflow.api.payment.PaymentId;
import io.orderflow.api.payment.event.PaymentCaptured;
import io.orderflow.api.payment.event.PaymentEvent;
import io.orderflow.api.payment.event.PaymentVoided;
import io.orderflow.api.stock.StockLevel;
import io.orderflow.api.stock.command.RegisterStock;
import io.orderflow.api.stock.event.StockAdjusted;
import io.orderflow.api.stock.event.StockCommitted;
import io.orderflow.api.stock.event.StockEvent;
import io.orderflow.api.stock.event.StockRegistered;
import io.orderflow.api.stock.event.StockReleased;
import io.orderflow.api.stock.event.StockReserved;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The process with the real store, deadlines and gateway: what it does is read from the events. */
@SpringBootTest(properties = "orderflow.fulfilment.payment-timeout=7s")
@DirtiesContext
class FulfilmentProcessTest {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataDir(DynamicPropertyRegistry properties) {
        properties.add("orderflow.data-dir", () -> data);
    }

    @Autowired
    CommandGateway gateway;

    @Autowired
    EventStore store;

    @Autowired
    JdbcClient jdbc;

    private final UUID order = UUID.randomUUID();
    private final String sku = "SKU-" + UUID.randomUUID();

    @Test
    void confirms_ships_in_parts_and_settles() {
        register(10);
        OrderLine line = line(3);
        create("tok_approve", null, line);
        await().untilAsserted(() -> assertThat(orderEvents()).contains("OrderConfirmed"));

        gateway.sendAndWait(ship(line, 1));
        gateway.sendAndWait(ship(line, 2));

        await().untilAsserted(() -> assertThat(level()).isEqualTo(new StockLevel(10, 0, 3)));
        await().untilAsserted(() -> assertThat(paymentEvents())
                .containsExactly(
                        "PaymentAuthorisationRequested", "PaymentAuthorised", "PaymentCaptured", "PaymentCaptured"));
        PaymentCaptured last = last(PaymentEvent.streamOf(PaymentId.of(order)), PaymentCaptured.class);
        assertThat(last.captured()).isEqualTo(eur("37.50"));
        assertThat(last.complete()).isTrue();
        await().untilAsserted(() -> assertThat(openSagas()).isZero());
    }

    @Test
    void rejects_naming_the_product_when_stock_is_short_and_gives_back_the_rest() {
        register(10);
        String scarce = sku + "-SCARCE";
        gateway.sendAndWait(new RegisterStock(scarce, "Scarce", 1));
        create("tok_approve", null, line(2), new OrderLine(UUID.randomUUID(), scarce, "Scarce", 2, eur("1.00")));

        await().untilAsserted(() -> assertThat(orderEvents()).last().isEqualTo("OrderRejected"));
        OrderRejected rejected = last(OrderEvent.streamOf(order), OrderRejected.class);
        assertThat(rejected.reason()).isEqualTo(RejectionReason.OUT_OF_STOCK);
        assertThat(rejected.sku()).isEqualTo(scarce);
        assertThat(level()).isEqualTo(new StockLevel(10, 0, 0));
        await().untilAsserted(() -> assertThat(openSagas()).isZero());
    }

    @Test
    void rejects_a_product_that_nobody_registered() {
        create("tok_approve", null, line(1));

        await().untilAsserted(() -> assertThat(orderEvents()).last().isEqualTo("OrderRejected"));
        assertThat(last(OrderEvent.streamOf(order), OrderRejected.class).sku()).isEqualTo(sku);
    }

    @Test
    void rejects_when_the_payment_is_declined() {
        register(10);
        create("tok_decline", null, line(2));

        await().untilAsserted(() -> assertThat(orderEvents()).last().isEqualTo("OrderRejected"));
        assertThat(last(OrderEvent.streamOf(order), OrderRejected.class).reason())
                .isEqualTo(RejectionReason.PAYMENT_DECLINED);
        assertThat(level()).isEqualTo(new StockLevel(10, 0, 0));
    }

    @Test
    void confirms_when_the_gateway_answers_late() {
        register(10);
        create("tok_late", null, line(2));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(orderEvents()).last().isEqualTo("OrderConfirmed"));
        await().untilAsserted(() -> assertThat(scheduledTasks()).isZero());
    }

    @Test
    void rejects_when_the_gateway_never_answers() {
        register(10);
        create("tok_never", null, line(2));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(orderEvents()).last().isEqualTo("OrderRejected"));
        assertThat(last(OrderEvent.streamOf(order), OrderRejected.class).reason())
                .isEqualTo(RejectionReason.PAYMENT_TIMED_OUT);
        assertThat(last(PaymentEvent.streamOf(PaymentId.of(order)), PaymentVoided.class)
                        .orderId())
                .isEqualTo(order);
        assertThat(level()).isEqualTo(new StockLevel(10, 0, 0));
    }

    @Test
    void expires_a_pending_order() {
        create(null, Instant.now().plusSeconds(1), line(1));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(orderEvents()).containsExactly("OrderCreated", "OrderExpired"));
        assertThat(last(OrderEvent.streamOf(order), OrderExpired.class).orderId())
                .isEqualTo(order);
    }

    @Test
    void placing_a_pending_order_takes_its_deadline_away() {
        register(10);
        create(null, Instant.now().plusSeconds(3600), line(1));
        await().untilAsserted(() -> assertThat(scheduledTasks()).isOne());

        gateway.sendAndWait(new PlaceOrder(order, "tok_approve"));

        await().untilAsserted(() -> assertThat(orderEvents()).contains("OrderConfirmed"));
        await().untilAsserted(() -> assertThat(scheduledTasks()).isZero());
    }

    @Test
    void a_deadline_that_was_being_handled_at_a_kill_neither_holds_the_process_up_nor_is_forgotten() {
        register(10);
        create("tok_never", null, line(1));
        await().untilAsserted(() -> assertThat(scheduledTasks()).isOne());
        // what a killed process leaves behind
        jdbc.sql("UPDATE scheduled_tasks SET picked = TRUE, picked_by = 'gone', last_heartbeat = CURRENT_TIMESTAMP")
                .update();

        gateway.sendAndWait(new CancelOrder(order, "no answer"));

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(level()).isEqualTo(new StockLevel(10, 0, 0)));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(openSagas()).isZero());
        await().atMost(Duration.ofSeconds(25))
                .untilAsserted(() -> assertThat(scheduledTasks()).isZero());
    }

    @Test
    void gives_everything_back_when_a_confirmed_order_is_cancelled() {
        register(10);
        create("tok_approve", null, line(4));
        await().untilAsserted(() -> assertThat(orderEvents()).contains("OrderConfirmed"));

        gateway.sendAndWait(new CancelOrder(order, "changed my mind"));

        await().untilAsserted(() -> assertThat(level()).isEqualTo(new StockLevel(10, 0, 0)));
        await().untilAsserted(() -> assertThat(paymentEvents()).last().isEqualTo("PaymentVoided"));
        await().untilAsserted(() -> assertThat(openSagas()).isZero());
    }

    @Test
    void what_follows_from_a_command_carries_its_correlation() {
        register(10);
        create("tok_approve", null, line(1));
        await().untilAsserted(() -> assertThat(orderEvents()).contains("OrderConfirmed"));

        DomainEventMessage<?> created = messages(OrderEvent.streamOf(order)).get(0);
        DomainEventMessage<?> confirmed = messages(OrderEvent.streamOf(order)).stream()
                .filter(event -> event.getPayload() instanceof OrderConfirmed)
                .findFirst()
                .orElseThrow();
        assertThat(confirmed.getMetaData().get(MetadataKeys.CORRELATION_ID))
                .isEqualTo(created.getMetaData().get(MetadataKeys.CORRELATION_ID));
        assertThat(confirmed.getMetaData()).containsEntry(MetadataKeys.USER_ID, "order-fulfilment");
        assertThat(confirmed.getMetaData().get(MetadataKeys.COMMAND_ID))
                .isNotNull()
                .isNotEqualTo(created.getMetaData().get(MetadataKeys.COMMAND_ID));
        assertThat(confirmed.getMetaData()).containsKeys(MetadataKeys.CAUSATION_ID, MetadataKeys.ISSUED_AT);
    }

    private void register(long onHand) {
        gateway.sendAndWait(new RegisterStock(sku, "Thing", onHand));
    }

    private void create(@Nullable String paymentToken, @Nullable Instant expiresAt, OrderLine... lines) {
        gateway.sendAndWait(new CreateOrder(
                order,
                UUID.randomUUID(),
                "EUR",
                List.of(lines),
                new Address("A", "B 1", "1", "C", null, "DE"),
                Instant.now(),
                paymentToken == null ? null : new Placement(paymentToken),
                expiresAt));
    }

    private ShipItems ship(OrderLine line, int quantity) {
        return new ShipItems(
                order,
                UUID.randomUUID(),
                List.of(new ShipItems.Item(line.lineId(), quantity)),
                "DHL",
                "T-1",
                Instant.now());
    }

    private OrderLine line(int quantity) {
        return new OrderLine(UUID.randomUUID(), sku, "Thing", quantity, eur("12.50"));
    }

    private List<String> orderEvents() {
        return types(OrderEvent.streamOf(order));
    }

    private List<String> paymentEvents() {
        return types(PaymentEvent.streamOf(PaymentId.of(order)));
    }

    private StockLevel level() {
        List<? extends DomainEventMessage<?>> events = messages(StockEvent.streamOf(sku));
        StockEvent last = (StockEvent) events.get(events.size() - 1).getPayload();
        if (last instanceof StockReserved reserved) {
            return reserved.level();
        } else if (last instanceof StockReleased released) {
            return released.level();
        } else if (last instanceof StockCommitted committed) {
            return committed.level();
        } else if (last instanceof StockAdjusted adjusted) {
            return adjusted.level();
        }
        return ((StockRegistered) last).level();
    }

    private int openSagas() {
        return jdbc.sql("SELECT count(*) FROM association_value_entry WHERE association_value = ?")
                .param(order.toString())
                .query(Integer.class)
                .single();
    }

    private int scheduledTasks() {
        return jdbc.sql("SELECT task_data FROM scheduled_tasks").query(byte[].class).list().stream()
                .filter(task -> new String(task == null ? new byte[0] : task, java.nio.charset.StandardCharsets.UTF_8)
                        .contains(order.toString()))
                .toList()
                .size();
    }

    private List<String> types(String stream) {
        return messages(stream).stream()
                .map(event -> event.getPayloadType().getSimpleName())
                .toList();
    }

    private <T> T last(String stream, Class<T> type) {
        List<? extends DomainEventMessage<?>> events = messages(stream);
        return type.cast(events.get(events.size() - 1).getPayload());
    }

    private List<? extends DomainEventMessage<?>> messages(String stream) {
        return store.readEvents(stream).asStream().toList();
    }

    private static Money eur(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
