package io.orderflow.system.faults;

import io.orderflow.platform.network.FaultProxy;
import io.orderflow.system.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services whose store is a server, reached over a network: both may fail by themselves. */
class FaultsOnPostgresE2E {

    private static final Dose DOSE = Dose.asked();

    @TempDir
    Path data;

    @Test
    void nothing_is_lost_and_nothing_happens_twice_whatever_becomes_of_the_server_and_of_the_way_to_it()
            throws IOException {
        try (TestPostgres postgres = new TestPostgres();
                FaultProxy proxy = new FaultProxy(postgres.port());
                Installation services =
                        new Installation(data, DOSE.isFull() ? 2 : 1, postgres.settings(proxy.port())).start()) {
            Trial trial = new Trial(
                    "PostgreSQL", DOSE, services, StoredEvents.postgres(postgres.url()), Duration.ofSeconds(90));
            Duration outage = DOSE.time(Duration.ofSeconds(2), Duration.ofSeconds(5));

            trial.of(Fault.terminateBackends(postgres), DOSE.times(50));
            trial.of(Fault.crash(postgres, outage), DOSE.times(10));
            trial.of(Fault.reset(proxy, outage), DOSE.times(10));
            trial.of(Fault.hang(proxy, outage.plusSeconds(2)), DOSE.times(10));
            trial.of(Fault.delay(proxy, outage), DOSE.times(10));
            if (DOSE.isFull()) {
                trial.of(Fault.kill("command-service", services.commands.get(0)), DOSE.times(20));
                trial.of(Fault.kill("query-service", services.queries.get(0)), DOSE.times(20));
                trial.of(Fault.restart("command-service", services.commands.get(0)), DOSE.times(10));
                trial.of(Fault.restart("query-service", services.queries.get(0)), DOSE.times(10));
            }

            trial.restartAndCheckAgain();
        }
    }
}
