package io.orderflow.system.faults;

import io.orderflow.platform.network.FaultProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the embedded mode the command service holds the store's file: its kill is the store's too. */
class FaultsOnH2E2E {

    private static final Dose DOSE = Dose.asked();

    @TempDir
    Path data;

    @Test
    void nothing_is_lost_and_nothing_happens_twice_whatever_is_killed_or_stands_still() throws IOException {
        try (Installation services = Installation.embedded(data).start()) {
            StoredEvents store = StoredEvents.embedded(data);
            Trial trial = new Trial("H2", DOSE, services, store, Duration.ofSeconds(90));
            Duration still = DOSE.time(Duration.ofSeconds(2), Duration.ofSeconds(5));

            trial.of(
                    Fault.pause("command-service, which holds the store", services.commands.get(0), still),
                    DOSE.times(10));
            trial.of(Fault.kill("command-service, which holds the store", services.commands.get(0)), DOSE.times(20));
            // since that kill the query service holds the file
            trial.of(
                    Fault.pause("query-service, which holds the store", services.queries.get(0), still),
                    DOSE.times(10));
            trial.of(Fault.kill("query-service, which holds the store", services.queries.get(0)), DOSE.times(1));
            if (DOSE.isFull()) {
                trial.of(Fault.kill("query-service", services.queries.get(0)), DOSE.times(20));
                trial.of(Fault.restart("command-service", services.commands.get(0)), DOSE.times(10));
                trial.of(Fault.restart("query-service, which holds the store", services.queries.get(0)), DOSE.times(1));
            }

            trial.of(new Poison(services, store).asFault(), DOSE.times(20));
            if (DOSE.isFull()) {
                trial.of(Fault.replayAndKill(services), DOSE.times(3));
            }

            try (FaultProxy proxy =
                    new FaultProxy(services.commands.get(0).url().getPort())) {
                services.through(proxy);
                trial.of(Fault.cutAnswers(proxy, still), DOSE.times(10));
            }
            trial.restartAndCheckAgain();
        }
    }
}
