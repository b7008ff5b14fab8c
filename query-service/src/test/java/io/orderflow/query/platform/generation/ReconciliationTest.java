package io.orderflow.query.platform.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.api.customer.event.CustomerEvent;
import io.orderflow.api.order.event.OrderConfirmed;
import io.orderflow.api.order.event.OrderEvent;
import io.orderflow.api.stock.event.StockEvent;
import io.orderflow.query.platform.deadletter.DeadLetterOffice;
import io.orderflow.query.platform.projection.Sample;
import io.orderflow.query.platform.reconciliation.Difference;
import io.orderflow.query.platform.reconciliation.Reconciler;
import io.orderflow.query.platform.reconciliation.Repair;
import io.orderflow.query.platform.reconciliation.RepairFailed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the read models hold is compared with the event store, and mended, while they go on. */
class ReconciliationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SPOILED = 17; // delivered
    private static final String ORDER = OrderEvent.streamOf(Shop.id(SPOILED));
    private static final List<String> OF_ORDERS =
            List.of("order-details", "order-list", "order-search", "order-history", "sales-statistics");

    private RunningReplica service;
    private Shop shop;

    TestDatabase newDatabase(Path folder) {
        return TestDatabase.onH2(folder);
    }

    @BeforeEach
    void start(@TempDir Path folder) {
        service = RunningReplica.start(
                newDatabase(folder),
                "--orderflow.query.reconciliation.every=200ms",
                "--orderflow.query.reconciliation.anew=1s",
                "--orderflow.query.dead-letters.first-pause=1h");
        shop = new Shop(service.bean(EventStorageEngine.class));
        shop.sell(100);
        service.awaitCaughtUp();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void what_is_missing_is_reported_and_no_longer_so_when_it_is_repaired() {
        Map<String, String> right = service.checksums();
        delete("order_details_1.order_details", "order_id", Shop.id(SPOILED));
        delete("order_list_1.order_list", "order_id", Shop.id(SPOILED));
        delete("order_search_1.order_search", "order_id", Shop.id(SPOILED));
        delete("order_history_1.order_history", "order_id", Shop.id(SPOILED));
        delete("sales_statistics_1.sales_statistics_order", "order_id", Shop.id(SPOILED));
        delete("stock_levels_1.stock_level", "sku", "A-1");
        delete("customers_1.customer", "customer_id", Sample.id(0x2000000));
        assertThat(service.checksums().values()).doesNotContainAnyElementsOf(right.values());

        OF_ORDERS.forEach(group -> awaitDifference(group, ORDER));
        awaitDifference("stock-levels", StockEvent.streamOf("A-1"));
        awaitDifference("customers", CustomerEvent.streamOf(Sample.id(0x2000000)));
        assertThat(differences("order-list")).singleElement().satisfies(difference -> {
            assertThat(difference.held()).isEqualTo(-1);
            assertThat(difference.inStore()).isEqualTo(4);
        });
        assertThat(gauge("order-list")).isEqualTo(1);

        OF_ORDERS.forEach(group -> repair(group, ORDER));
        repair("stock-levels", StockEvent.streamOf("A-1"));
        repair("customers", CustomerEvent.streamOf(Sample.id(0x2000000)));

        assertThat(service.checksums()).isEqualTo(right);
        RunningReplica.GROUPS.forEach(
                group -> await().atMost(PATIENCE).until(() -> differences(group).isEmpty()));
        assertThat(gauge("order-list")).isZero();
    }

    @Test
    void a_row_behind_or_ahead_of_the_store_is_reported() {
        update("order_list_1.order_list", "version = 3", Shop.id(SPOILED));
        update("order_details_1.order_details", "version = 9", Shop.id(SPOILED));

        assertThat(awaitDifference("order-list", ORDER).held()).isEqualTo(3);
        Difference ahead = awaitDifference("order-details", ORDER);
        assertThat(ahead.held()).isEqualTo(9);
        assertThat(ahead.inStore()).isEqualTo(4);
    }

    @Test
    void orders_go_on_while_others_are_repaired() throws Exception {
        CompletableFuture<Void> selling = CompletableFuture.runAsync(() -> shop.sell(400));
        for (int order = 0; order < 100; order++) {
            repair("order-list", OrderEvent.streamOf(Shop.id(order)));
            repair("sales-statistics", OrderEvent.streamOf(Shop.id(order)));
        }
        selling.get();
        service.awaitCaughtUp();
        Map<String, String> live = service.checksums();
        Generation list = service.replay("order-list");
        Generation statistics = service.replay("sales-statistics");
        service.awaitLive(list);
        service.awaitLive(statistics);
        assertThat(service.checksums()).isEqualTo(live);
        assertThat(service.bean(DeadLetterOffice.class)
                        .of("order-list", "order-list-1")
                        .size())
                .isZero();
    }

    @Test
    void what_waits_as_a_dead_letter_is_no_difference_and_cannot_be_repaired() {
        UUID poisoned = Shop.id(0); // not placed yet
        String stream = OrderEvent.streamOf(poisoned);
        service.bean(JdbcTemplate.class)
                .execute("alter table " + service.schemaPrefix()
                        + "order_list_1.order_list add constraint none_confirmed check (status <> 'CONFIRMED' or order_id <> '"
                        + poisoned + "')");
        shop.record(new OrderConfirmed(poisoned));
        shop.flush();
        await().atMost(PATIENCE)
                .until(() -> service.bean(DeadLetterOffice.class)
                                .of("order-list", "order-list-1")
                                .size()
                        == 1);
        shop.sell(5);
        service.awaitCaughtUp();
        UUID later = Shop.id(shop.orders() - 1);
        delete("order_list_1.order_list", "order_id", later);

        awaitDifference("order-list", OrderEvent.streamOf(later));
        assertThat(differences("order-list")).extracting(Difference::stream).doesNotContain(stream);
        assertThatThrownBy(() -> repair("order-list", stream)).isInstanceOf(RepairFailed.class);
        assertThat(service.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select version from " + service.schemaPrefix()
                                        + "order_list_1.order_list where order_id = ?",
                                Long.class,
                                poisoned))
                .isZero();
    }

    @Test
    void a_repair_is_refused_where_another_replica_projects() {
        Map<String, String> before = service.checksums();
        service.bean(JdbcTemplate.class)
                .update("update token_entry set owner = 'another' where processor_name = 'order-list-1'");

        assertThatThrownBy(() -> repair("order-list", ORDER))
                .isInstanceOfSatisfying(
                        SegmentElsewhere.class, e -> assertThat(e.owner()).contains("another"));
        assertThat(service.checksums()).isEqualTo(before);
    }

    @Test
    void a_repair_is_refused_where_nobody_projects_and_of_what_is_not_held() {
        service.bean(GenerationTable.class).pause("order-list");
        service.bean(GenerationKeeper.class).wake();
        await().atMost(PATIENCE).untilAsserted(() -> assertThatThrownBy(() -> repair("order-list", ORDER))
                .isInstanceOfSatisfying(
                        SegmentElsewhere.class, e -> assertThat(e.owner()).isEmpty()));

        assertThatThrownBy(() -> repair("stock-levels", ORDER)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> repair("no-such-model", ORDER)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> repair("order-details", "order-17")).isInstanceOf(IllegalArgumentException.class);
    }

    private void repair(String group, String stream) {
        assertThat(service.bean(Repair.class).repair(group, stream)).isPositive();
    }

    private List<Difference> differences(String group) {
        return service.bean(Reconciler.class).differences(group);
    }

    private Difference awaitDifference(String group, String stream) {
        return await().atMost(PATIENCE)
                .until(
                        () -> differences(group).stream()
                                .filter(difference -> difference.stream().equals(stream))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private double gauge(String group) {
        return service.bean(MeterRegistry.class)
                .get("orderflow.projection.differences")
                .tag("projection", group)
                .gauge()
                .value();
    }

    private void delete(String table, String column, Object id) {
        assertThat(service.bean(JdbcTemplate.class)
                        .update("delete from " + service.schemaPrefix() + table + " where " + column + " = ?", id))
                .isEqualTo(1);
    }

    private void update(String table, String change, UUID order) {
        assertThat(service.bean(JdbcTemplate.class)
                        .update(
                                "update " + service.schemaPrefix() + table + " set " + change + " where order_id = ?",
                                order))
                .isEqualTo(1);
    }
}
