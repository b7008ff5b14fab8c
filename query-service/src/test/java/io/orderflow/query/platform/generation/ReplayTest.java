package io.orderflow.query.platform.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.platform.axon.ReplayedBeside;
import io.orderflow.platform.axon.TokenTable;
import io.orderflow.query.platform.stream.LiveReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Read models are built anew beside the ones that answer. */
class ReplayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TestDatabase database;
    private RunningReplica service;
    private Shop shop;
    private final ExecutorService readers = Executors.newCachedThreadPool();
    private final AtomicBoolean reading = new AtomicBoolean(true);
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    TestDatabase newDatabase(Path folder) {
        return TestDatabase.onH2(folder);
    }

    TestDatabase database() {
        return database;
    }

    RunningReplica service() {
        return service;
    }

    Shop shop() {
        return shop;
    }

    @BeforeEach
    void start(@TempDir Path folder) {
        database = newDatabase(folder);
        service = RunningReplica.start(database);
        shop = new Shop(service.bean(EventStorageEngine.class));
        shop.sell(300);
        service.awaitCaughtUp();
    }

    @AfterEach
    void stop() {
        reading.set(false);
        readers.shutdownNow();
        service.close();
    }

    @Test
    void each_read_model_is_built_anew_and_holds_the_same() {
        Map<String, String> before = service.checksums();
        List<Generation> begun =
                RunningReplica.GROUPS.stream().map(service::replay).toList();
        begun.forEach(service::awaitLive);

        assertThat(begun).allMatch(generation -> generation.number() == 2);
        assertThat(service.checksums()).isEqualTo(before);
        begun.forEach(
                generation -> await().atMost(PATIENCE).until(() -> isGone(new Generation(generation.group(), 1))));
        assertThat(service.checksums()).isEqualTo(before);
    }

    @Test
    void readers_notice_nothing_and_what_is_new_is_there_before_and_after() throws Exception {
        AtomicInteger sold = new AtomicInteger(shop.orders());
        readers.execute(() -> readAllTheTime(sold));
        LiveReader live = LiveReader.open(service.http(), service.uri("/orders/stream"), null);
        live.awaitFrames("snapshot", 1);
        Generation list = service.replay("order-list");
        Generation details = service.replay("order-details");
        while (!service.live("order-list").equals(list)
                || !service.live("order-details").equals(details)) {
            int orders = shop.orders();
            shop.sell(1);
            awaitShown(orders);
            sold.set(shop.orders());
        }
        for (int i = 0; i < 50; i++) {
            int orders = shop.orders();
            shop.sell(1);
            awaitShown(orders);
            sold.set(shop.orders());
        }
        reading.set(false);

        assertThat(wrong).isEmpty();
        assertThat(live.isOver()).isFalse();
        int fresh = shop.orders() - 300;
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(live.data("order").stream()
                        .map(frame -> frame.substring(frame.indexOf("orderId"), frame.indexOf("orderId") + 50))
                        .distinct())
                .hasSize(fresh));
        live.close();
    }

    /** What a list or a view has shown once it shows from then on. */
    private void readAllTheTime(AtomicInteger sold) {
        int most = 0;
        while (reading.get()) {
            try {
                int atLeast = sold.get();
                HttpResponse<String> list = service.get("/orders?pageSize=1");
                int total = Integer.parseInt(list.body().replaceAll("(?s).*\"total\":(\\d+).*", "$1"));
                if (list.statusCode() != 200 || total < Math.max(atLeast, most)) {
                    wrong.add("the list has " + total + " orders, had " + most + ", sold " + atLeast);
                }
                most = Math.max(most, total);
                HttpResponse<String> view = service.get("/orders/" + Shop.id(atLeast - 1));
                if (view.statusCode() != 200) {
                    wrong.add(view.body());
                }
            } catch (Exception e) {
                if (reading.get()) {
                    wrong.add(e.toString());
                }
                return;
            }
        }
    }

    private void awaitShown(int order) throws Exception {
        assertThat(service.get("/orders/" + Shop.id(order) + "?minVersion=0&wait=20s")
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.get("/orders?pageSize=1&wait=20s&after=" + Shop.id(order) + ":0")
                        .body())
                .doesNotContain("stale");
    }

    @Test
    void the_processor_of_a_group_knows_of_its_replay_until_that_has_taken_its_place() {
        ReplayedBeside processor = (ReplayedBeside) service.bean(EventProcessingConfiguration.class)
                .eventProcessor("order-list")
                .orElseThrow();
        assertThat(processor.replay()).isEmpty();

        Generation begun = service.replay("order-list");
        await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(() -> processor
                .replay()
                .filter(replay -> replay.getName().equals(begun.processor()))
                .isPresent());

        service.awaitLive(begun);
        assertThat(processor.replay()).isEmpty();
    }

    @Test
    void a_second_replay_is_refused_while_one_runs() {
        service.bean(GenerationTable.class).pause("order-list");
        service.replay("order-list");

        assertThat(service.bean(GenerationTable.class)
                        .begin("order-list", service.bean(Generations.class).definition("order-list"), 0))
                .isEmpty();
    }

    @Test
    void a_replay_that_is_given_up_leaves_the_live_one_and_nothing_of_itself() {
        service.bean(GenerationTable.class).pause("order-list");
        Generation begun = service.replay("order-list");
        await().atMost(PATIENCE).until(() -> schemas("order_list_2") == 1);

        assertThat(service.bean(GenerationTable.class).giveUp(begun, ReplayOutcome.CANCELLED, null))
                .isTrue();
        service.bean(GenerationTable.class).resume("order-list");
        await().atMost(PATIENCE).until(() -> isGone(begun));
        assertThat(service.live("order-list")).isEqualTo(new Generation("order-list", 1));
        shop.sell(1);
        service.awaitCaughtUp();
        Generation next = service.replay("order-list");
        assertThat(next.number()).isEqualTo(3);
        service.awaitLive(next);
    }

    @Test
    void a_replay_goes_on_after_a_restart() {
        service.bean(GenerationTable.class).pause("order-list");
        Generation begun = service.replay("order-list");
        await().atMost(PATIENCE).until(() -> schemas("order_list_2") == 1);
        Map<String, String> before = service.checksums();
        service.close();

        service = RunningReplica.start(database);
        assertThat(service.live("order-list")).isEqualTo(new Generation("order-list", 1));
        service.bean(GenerationTable.class).resume("order-list");
        service.awaitLive(begun);
        assertThat(service.checksums()).isEqualTo(before);
    }

    @Test
    void a_paused_projection_stands_still_after_a_restart_too() {
        service.bean(GenerationTable.class).pause("order-list");
        service.close();
        service = RunningReplica.start(database);
        long position = service.bean(TokenTable.class).position("order-list-1").orElseThrow();
        new Shop(service.bean(EventStorageEngine.class), 300).sell(1);
        long head = service.head();
        await().atMost(PATIENCE)
                .until(() -> service.bean(TokenTable.class)
                                .position("order-details-1")
                                .orElseThrow()
                        >= head);
        assertThat(service.bean(TokenTable.class).position("order-list-1")).hasValue(position);

        service.bean(GenerationTable.class).resume("order-list");
        service.awaitCaughtUp();
    }

    @Test
    void a_version_that_defines_a_read_model_otherwise_builds_its_own() {
        Map<String, String> before = service.checksums();
        service.close();

        service = RunningReplica.start(database, "--orderflow.query.read-models.revisions.order-list=2");
        service.awaitLive(new Generation("order-list", 2));
        assertThat(service.live("order-details")).isEqualTo(new Generation("order-details", 1));
        assertThat(service.checksums()).isEqualTo(before);
        service.close();

        service = RunningReplica.start(database);
        assertThat(service.live("order-list"))
                .as("the old version finds its own again")
                .isEqualTo(new Generation("order-list", 1));
        assertThat(service.checksums()).isEqualTo(before);
    }

    private boolean isGone(Generation generation) {
        return schemas(generation.schemaName()) == 0
                && service.bean(TokenTable.class).of(generation.processor()).isEmpty();
    }

    private int schemas(String name) {
        return service.bean(JdbcClient.class)
                .sql("select count(*) from information_schema.schemata where schema_name like ?")
                .param("%" + name)
                .query(Integer.class)
                .single();
    }
}
