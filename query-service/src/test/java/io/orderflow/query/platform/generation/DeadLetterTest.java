package io.orderflow.query.platform.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.api.order.Address;
import io.orderflow.api.order.event.OrderConfirmed;
import io.orderflow.api.order.event.OrderCreated;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.query.platform.deadletter.DeadLetterOffice;
import io.orderflow.query.platform.deadletter.DeadLetters;
import io.orderflow.query.platform.projection.Sample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** An event that a projection cannot handle is put aside, with those of its order that follow; nothing else is held up. */
class DeadLetterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final UUID POISONED = Sample.id(0xBAD);

    private TestDatabase database;
    private RunningReplica service;
    private EventStorageEngine events;
    private Shop shop;

    TestDatabase newDatabase(Path folder) {
        return TestDatabase.onH2(folder);
    }

    @BeforeEach
    void prepare(@TempDir Path folder) {
        database = newDatabase(folder);
    }

    private void start(String... settings) {
        service = RunningReplica.start(database, settings);
        events = service.bean(EventStorageEngine.class);
        shop = new Shop(events);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void a_constraint_that_an_event_violates_holds_up_its_order_only_until_it_is_mended() throws Exception {
        start("--orderflow.query.dead-letters.first-pause=1h");
        OrderCreated poison = withoutCity(POISONED);
        append(0, poison);
        append(1, Sample.placed(poison));
        shop.sell(20);
        append(2, new OrderConfirmed(POISONED));
        service.awaitCaughtUp();

        assertThat(letters("order-details").size()).isEqualTo(3);
        assertThat(letters("order-details").sequences()).isEqualTo(1);
        assertThat(letters("order-list").size()).isZero();
        assertThat(service.get("/orders/" + POISONED).statusCode()).isEqualTo(404);
        assertThat(service.get("/orders/" + Shop.id(19)).statusCode()).isEqualTo(200);
        assertThat(rows("order_details_1.order_details_line", POISONED)).isZero();

        tables("alter table %sorder_details_1.order_details alter column city drop not null");
        letters("order-details").retryAll(event -> service.retry("order-details", event));
        assertThat(letters("order-details").size()).isZero();
        assertThat(service.get("/orders/" + POISONED).body()).contains("CONFIRMED", "\"version\":2");
    }

    @Test
    void what_passes_by_itself_is_tried_again_by_itself() {
        start("--orderflow.query.dead-letters.first-pause=300ms");
        append(0, withoutCity(POISONED));
        await().atMost(PATIENCE).until(() -> letters("order-details").size() == 1);
        tables("alter table %sorder_details_1.order_details alter column city drop not null");

        await().atMost(PATIENCE).until(() -> letters("order-details").size() == 0);
        assertThat(rows("order_details_1.order_details", POISONED)).isEqualTo(1);
    }

    @Test
    void an_event_that_cannot_be_read_is_parked_in_every_read_model_that_wants_it() {
        start("--orderflow.query.dead-letters.first-pause=1h");
        shop.sell(3);
        append(0, Sample.created(POISONED, Sample.ADA, Sample.ORDERED));
        foreign(1, "io.orderflow.api.order.event.OrderPlaced", "{\"orderId\":");
        append(2, new OrderConfirmed(POISONED));
        shop.sell(10);
        service.awaitCaughtUp();

        assertThat(letters("order-details").size()).isEqualTo(2);
        assertThat(letters("order-history").size()).isEqualTo(2);
        assertThat(letters("stock-levels").size()).isZero();
        assertThat(rows("order_details_1.order_details", Shop.id(9))).isEqualTo(1);
    }

    @Test
    void an_event_of_a_type_that_nobody_knows_is_parked_and_its_type_is_named() throws Exception {
        start("--orderflow.query.dead-letters.first-pause=1h");
        shop.sell(3);
        append(0, Sample.created(POISONED, Sample.ADA, Sample.ORDERED));
        foreign(1, "io.orderflow.api.order.event.OrderGifted", "{}");
        shop.sell(10);
        service.awaitCaughtUp();

        String parked = service.get("/projections/order-details/dead-letters").body();
        assertThat(parked).contains("\"total\":1", "\"OrderGifted\"", "a type that this release does not know");
        String letter = parked.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        Boolean discarded = service.bean(TransactionTemplate.class)
                .execute(status -> letters("order-details").discard(letter, "of another release"));
        assertThat(discarded).isTrue();
        assertThat(service.bean(JdbcTemplate.class)
                        .queryForObject("select payload_type from discarded_event", String.class))
                .endsWith(".OrderGifted");
    }

    @Test
    void a_projection_goes_on_without_an_event_that_somebody_has_discarded_and_so_does_its_next_generation() {
        start("--orderflow.query.dead-letters.first-pause=300ms");
        shop.sell(3);
        append(0, Sample.created(POISONED, Sample.ADA, Sample.ORDERED));
        foreign(1, "io.orderflow.api.order.event.OrderPlaced", "{\"orderId\":");
        append(2, new OrderConfirmed(POISONED));
        service.awaitCaughtUp();
        String letter = service.bean(JdbcTemplate.class)
                .queryForObject(
                        "select letter_id from dead_letter where processor_name = 'order-details-1'"
                                + " and cause_type is not null order by sequence_index fetch first row only",
                        String.class);
        Boolean discarded = service.bean(TransactionTemplate.class)
                .execute(status -> letters("order-details").discard(letter, "was never valid"));

        assertThat(discarded).isTrue();
        await().atMost(PATIENCE).until(() -> letters("order-details").size() == 0);
        Map<String, String> before = service.checksums();
        Generation next = service.replay("order-details");
        service.awaitLive(next);
        assertThat(service.checksums()).isEqualTo(before);
        assertThat(service.bean(DeadLetterOffice.class)
                        .of("order-details", "order-details-2")
                        .size())
                .isZero();
    }

    @Test
    void a_projection_stops_before_it_loses_an_event_for_which_there_is_no_room() {
        start(
                "--orderflow.query.dead-letters.first-pause=1h",
                "--orderflow.query.dead-letters.sequences=2",
                "--management.endpoint.health.show-details=always");
        for (int order = 0; order < 5; order++) {
            events.appendEvents(new GenericDomainEventMessage<>(
                    "Order", OrderEvent.streamOf(Sample.id(0xBAD + order)), 0, withoutCity(Sample.id(0xBAD + order))));
        }
        await().atMost(PATIENCE).until(() -> service.readiness().contains("DeadLetterQueueOverflow"));
        // two segments may each find room for one more at the same moment
        assertThat(letters("order-details").sequences()).isBetween(2L, 3L);

        tables("alter table %sorder_details_1.order_details alter column city drop not null");
        letters("order-details").retryAll(event -> service.retry("order-details", event));
        for (int order = 0; order < 5; order++) {
            UUID id = Sample.id(0xBAD + order);
            await().atMost(PATIENCE).until(() -> rows("order_details_1.order_details", id) == 1);
        }
    }

    @Test
    void a_replay_that_cannot_handle_what_the_live_one_can_is_given_up() throws Exception {
        start("--orderflow.query.dead-letters.first-pause=1h");
        tables("alter table %sorder_details_1.order_details alter column city drop not null");
        append(0, withoutCity(POISONED));
        shop.sell(5);
        service.awaitCaughtUp();
        Generation begun = service.replay("order-details");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        service.bean(GenerationTable.class).of("order-details"))
                .anySatisfy(row -> {
                    assertThat(row.generation()).isEqualTo(begun);
                    assertThat(row.outcome()).isEqualTo(ReplayOutcome.FAILED);
                    assertThat(row.cause()).contains("1 sequences");
                }));
        assertThat(service.live("order-details").number()).isEqualTo(1);
        assertThat(service.get("/orders/" + POISONED).statusCode()).isEqualTo(200);
    }

    @Test
    void what_was_discarded_is_left_out_of_a_replay_although_it_could_be_handled_now() throws Exception {
        start();
        OrderCreated created = Sample.created(POISONED, Sample.ADA, Sample.ORDERED);
        append(0, created);
        append(1, Sample.placed(created));
        append(2, new OrderConfirmed(POISONED));
        service.awaitCaughtUp();
        assertThat(service.get("/orders/" + POISONED).body()).contains("placedAt");
        service.bean(JdbcTemplate.class)
                .update(
                        "insert into discarded_event (group_name, stream, version, event_identifier, payload_type, reason,"
                                + " discarded_at) values ('order-details', ?, 1, 'e', 't', 'sent twice', current_timestamp)",
                        OrderEvent.streamOf(POISONED));
        service.awaitLive(service.replay("order-details"));

        assertThat(service.get("/orders/" + POISONED).body())
                .contains("CONFIRMED", "\"version\":2")
                .doesNotContain("placedAt");
    }

    @Test
    void letters_are_tried_again_while_events_come_in_that_change_the_same_sums() throws Exception {
        start("--orderflow.query.dead-letters.first-pause=1h");
        String constraint = "alter table %%sorder_list_1.order_list %s constraint poison";
        tables(constraint.formatted("add") + " check (customer_id <> '" + Sample.BOB + "')");
        for (int order = 0; order < 40; order++) {
            append(0, Sample.created(Sample.id(0xBAD00 + order), Sample.BOB, Sample.ORDERED));
        }
        await().atMost(PATIENCE).until(() -> letters("order-list").size() == 40);
        tables(constraint.formatted("drop"));

        AtomicBoolean mended = new AtomicBoolean();
        CompletableFuture<Void> selling = CompletableFuture.runAsync(() -> {
            while (!mended.get()) {
                shop.sell(1);
            }
        });
        letters("order-list").retryAll(event -> service.retry("order-list", event));
        mended.set(true);
        selling.get();
        service.awaitCaughtUp();

        assertThat(letters("order-list").size()).isZero();
        assertThat(service.bean(ProjectionFailures.class).all()).isEmpty();
        assertThat(service.get("/orders?customerId=" + Sample.BOB).body()).contains("\"total\":40");
    }

    private DeadLetters letters(String group) {
        return service.bean(DeadLetterOffice.class).of(group, group + "-1");
    }

    private static OrderCreated withoutCity(UUID id) {
        OrderCreated whole = Sample.created(id, Sample.ADA, Sample.ORDERED);
        Address home = Sample.HOME;
        Address nowhere =
                new Address(home.recipient(), home.street(), home.postalCode(), null, home.region(), home.country());
        return new OrderCreated(
                id,
                whole.customerId(),
                whole.currency(),
                whole.lines(),
                whole.total(),
                nowhere,
                whole.orderedAt(),
                null);
    }

    private void append(long version, OrderEvent event) {
        events.appendEvents(
                new GenericDomainEventMessage<>("Order", OrderEvent.streamOf(event.orderId()), version, event));
    }

    /** An event that was not written by us. The next one that is tells everybody of it. */
    private void foreign(long version, String type, String payload) {
        service.eventStore()
                .update(
                        "insert into domain_event (event_id, stream, version, aggregate_type, payload_type,"
                                + " payload_revision, payload, metadata, recorded_at)"
                                + " select 'foreign', ?, ?, aggregate_type, ?, payload_revision, ?, metadata,"
                                + " recorded_at from domain_event where payload_type like '%OrderPlaced'"
                                + " fetch first row only",
                        OrderEvent.streamOf(POISONED), version, type, payload.getBytes(StandardCharsets.UTF_8));
    }

    private void tables(String change) {
        service.bean(JdbcTemplate.class).execute(change.formatted(service.schemaPrefix()));
    }

    private int rows(String table, UUID order) {
        return service.bean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from " + service.schemaPrefix() + table + " where order_id = ?",
                        Integer.class,
                        order);
    }
}
