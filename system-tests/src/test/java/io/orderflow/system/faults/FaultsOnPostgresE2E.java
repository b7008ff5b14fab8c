package io.orderflow.system.faults;

import io.orderflow.platform.network.FaultProxy;
import io.orderflow.processes.LocalPostgres;
import io.orderflow.processes.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas of each service, whose store is a server that is reached over a network: each may fail by itself. */
class FaultsOnPostgresE2E {

    private static final Dose DOSE = Dose.asked();
    private static final int REPLICAS = 2;

    @TempDir
    private static Path data;

    private static LocalPostgres postgres;
    private static FaultProxy proxy;
    private static Installation services;
    private static StoredEvents store;

    @BeforeAll
    static void start() throws IOException {
        postgres = new LocalPostgres();
        proxy = new FaultProxy(postgres.port());
        store = StoredEvents.postgres(postgres.url());
        services = new Installation(data, REPLICAS, postgres.settings(proxy.port()));
        services.start();
    }

    @AfterEach
    void awaitAll() {
        services.all().forEach(ServiceProcess::waitUntilReady);
    }

    @AfterAll
    static void end() throws IOException {
        services.close();
        proxy.close();
        postgres.close();
    }

    @Test
    void nothing_is_lost_and_nothing_happens_twice_whatever_becomes_of_the_server_and_of_the_way_to_it() {
        Trial trial = new Trial("PostgreSQL", DOSE, services, store, Duration.ofSeconds(90));
        Duration outage = DOSE.time(Duration.ofSeconds(2), Duration.ofSeconds(5));

        trial.of(Fault.terminateBackends(postgres), DOSE.times(50));
        trial.of(Fault.crash(postgres, outage), DOSE.times(10));
        trial.of(Fault.reset(proxy, outage), DOSE.times(10));
        trial.of(Fault.hang(proxy, outage.plusSeconds(2)), DOSE.times(10));
        trial.of(Fault.delay(proxy, outage), DOSE.times(10));
        if (DOSE.isFull()) {
            ServiceProcess command = services.commands.get(0);
            ServiceProcess query = services.queries.get(0);
            trial.of(Fault.kill("one of two command-services", command), DOSE.times(20));
            trial.of(Fault.kill("one of two query-services", query), DOSE.times(20));
            trial.of(Fault.pause("one of two command-services", command, outage), DOSE.times(10));
            trial.of(Fault.pause("one of two query-services", query, outage), DOSE.times(10));
            trial.of(Fault.restart("one of two command-services", command), DOSE.times(10));
            trial.of(Fault.restart("one of two query-services", query), DOSE.times(10));
            trial.of(new Poison(services, store).asFault(), DOSE.times(20));
            trial.of(Fault.replayAndKill(services), DOSE.times(3));
        }

        trial.restartAndCheckAgain();
    }

    @Test
    void a_key_has_one_effect_and_one_answer_at_two_replicas_and_over_a_kill() {
        RepeatedKeys keys = new RepeatedKeys(services);
        keys.send(DOSE.of(100, 1_000), this::killOneReplica);
        for (int key = 1; key < DOSE.times(20); key++) {
            keys.send(1_000, () -> {});
        }
        if (DOSE.isFull()) {
            services.restart();
        }
        keys.sendAgain(store);
    }

    @Test
    void an_order_that_everybody_wants_to_change_has_one_history() throws Exception {
        HotOrder order = new HotOrder(services, store);
        for (int round = 0; round < DOSE.times(20); round++) {
            order.round(DOSE.of(60, 200));
        }
        if (DOSE.isFull()) {
            System.out.println(Report.note(order.besideOthers(200)));
        }
    }

    @Test
    void never_more_is_sold_than_there_is_whichever_replica_decides_and_whoever_is_killed() {
        ScarceStock stock = new ScarceStock(services);
        for (int round = 0; round < DOSE.times(10); round++) {
            stock.sell(DOSE.of(30, 100), DOSE.of(150, 500), this::killOneReplica);
        }
    }

    private void killOneReplica() {
        services.commands.get(0).kill();
        services.commands.get(0).start();
    }
}
