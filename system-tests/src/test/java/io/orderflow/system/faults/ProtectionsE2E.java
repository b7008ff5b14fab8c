package io.orderflow.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.platform.eventstore.EmbeddedStoreSettings;
import io.orderflow.platform.network.FaultProxy;
import io.orderflow.system.faults.Findings.Harm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The harness sees the harm that comes when a protection is off: otherwise its silence would say nothing. */
class ProtectionsE2E {

    private static final Dose DOSE = Dose.asked();
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int TIMES_AT_MOST = 5;
    private static final Duration CUTS = Duration.ofSeconds(3);

    @TempDir
    Path data;

    @Test
    void what_happens_twice_without_keys_is_seen() throws IOException {
        try (Installation services = Installation.embedded(data)) {
            services.start();
            try (FaultProxy proxy =
                    new FaultProxy(services.commands.get(0).url().getPort())) {
                proxy.erase("Idempotency-Key");
                services.through(proxy);
                assertHarm(Harm.DUPLICATED, "without idempotency keys", services, Fault.cutAnswers(proxy, CUTS));
            }
        }
    }

    /** Only a kill of the process that holds the file shows it, and which one does changes with each kill. */
    @Test
    @EnabledIfSystemProperty(
            named = "orderflow.faults",
            matches = "full",
            disabledReason = "it measures for minutes: part of the full dose, -Pfaults")
    void what_is_lost_without_write_through_is_seen() throws IOException {
        try (Installation services = Installation.embedded(data)) {
            String mapping = withoutWriteThrough();
            services.all().forEach(service -> service.with(mapping));
            services.start();
            Fault kill = Fault.kill("command-service", services.commands.get(0));
            assertHarm(Harm.LOST, "with H2's default WRITE_DELAY", services, kill);
        }
    }

    /** The first time, as a rule; but a kill may come just when H2 has written. */
    private void assertHarm(Harm harm, String unprotected, Installation services, Fault fault) {
        Trial trial = new Trial("H2", DOSE, services, StoredEvents.embedded(data), PATIENCE);
        Observation seen = trial.observe(fault, 1);
        for (int time = 1; time < TIMES_AT_MOST && seen.findings().count(harm) == 0; time++) {
            seen = trial.observe(fault, 1);
        }
        System.out.println(unprotected + ": " + seen);
        assertThat(seen.findings().count(harm)).as("%s: %s", unprotected, seen).isPositive();
    }

    /** Has H2 itself, in the processes under test only, open the store under another address than it is told. */
    private String withoutWriteThrough() throws IOException {
        String url = new EmbeddedStoreSettings(data).eventStoreUrl();
        assertThat(url).contains(";WRITE_DELAY=0");
        Properties mapping = new Properties();
        mapping.setProperty(url, url.replace(";WRITE_DELAY=0", ""));
        Path file = data.resolve("h2-urls.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            mapping.store(out, null);
        }
        return "-Dh2.urlMap=" + file;
    }
}
