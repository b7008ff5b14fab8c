package io.orderflow.query.platform.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.platform.evolution.OldEvents;
import io.orderflow.query.platform.deadletter.DeadLetterOffice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was stored by another release, in the read models. */
class EvolutionTest {

    private static final String ROUTE = "/stock/" + OldEvents.SKU;

    private TestDatabase database;
    private RunningReplica service;

    TestDatabase newDatabase(Path folder) {
        return TestDatabase.onH2(folder);
    }

    @BeforeEach
    void start(@TempDir Path folder) {
        database = newDatabase(folder);
        service = RunningReplica.start(database, "--orderflow.query.dead-letters.first-pause=1h");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void an_event_of_an_earlier_release_is_shown_with_what_it_did_not_have() throws Exception {
        OldEvents.storeRegistration(store(), "ProductRegistered", "1");
        sell();

        assertThat(service.get(ROUTE).body()).contains("\"unit\":\"PIECE\"", "\"onHand\":10");
    }

    @Test
    void a_column_that_an_earlier_release_did_not_have_is_filled_by_the_replay_that_its_definition_begins()
            throws Exception {
        OldEvents.storeRegistration(store(), "StockRegistered", "1");
        sell();
        Map<String, String> right = service.checksums();
        service.bean(JdbcTemplate.class)
                .update("update " + service.schemaPrefix() + "stock_levels_1.stock_level set unit = null");
        assertThat(service.checksums()).isNotEqualTo(right);
        service.close();

        service = RunningReplica.start(database, "--orderflow.query.read-models.revisions.stock-levels=2");
        Generation next = new Generation("stock-levels", 2);
        service.awaitLive(next);

        assertThat(service.checksums()).isEqualTo(right);
        assertThat(service.get(ROUTE).body()).contains("\"unit\":\"PIECE\"");
    }

    @Test
    void an_event_of_a_later_release_waits_as_a_dead_letter_where_its_stream_is_followed() throws Exception {
        OldEvents.storeRegistration(store(), "StockRegistered", "2");
        byte[] counted = "{}".getBytes(StandardCharsets.UTF_8);
        OldEvents.store(
                store(), "stock-" + OldEvents.SKU, 1, "io.orderflow.api.stock.event.StockCounted", "1", counted);
        sell();

        assertThat(letters("stock-levels")).isEqualTo(1);
        assertThat(letters("order-list")).isZero();
        assertThat(letters("customers")).isZero();
        assertThat(service.get(ROUTE).body()).contains("\"version\":0");
    }

    private JdbcClient store() {
        return JdbcClient.create(service.eventStore());
    }

    /** Makes known, too, that there is something in the store. */
    private void sell() {
        new Shop(service.bean(EventStorageEngine.class)).sell(10);
        service.awaitCaughtUp();
    }

    private long letters(String group) {
        return service.bean(DeadLetterOffice.class).of(group, group + "-1").size();
    }
}
