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
import org.junit.jupiter.api.io.TempDir;

/** The harness sees the harm that comes when a protection is off: otherwise its silence would say nothing. */
class ProtectionsE2E {

    private static final Dose DOSE = Dose.asked();
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration CUTS = Duration.ofSeconds(3);

    @TempDir
    Path data;

    /** With H2's own delay between a commit and the file, a kill takes acknowledged commands away. */
    @Test
    void acknowledged_commands_are_lost_by_a_kill_when_commits_are_not_written_through() throws IOException {
        try (Installation services = Installation.embedded(data)) {
            String mapping = withoutWriteThrough();
            services.all().forEach(service -> service.with(mapping));
            services.start();
            Trial trial = new Trial("H2", DOSE, services, StoredEvents.embedded(data), PATIENCE);

            Observation seen = trial.observe(Fault.kill("command-service", services.commands.get(0)), 1);

            System.out.println("with H2's default WRITE_DELAY: " + seen);
            assertThat(seen.findings().count(Harm.LOST))
                    .as("%s", seen.findings())
                    .isPositive();
        }
    }

    @Test
    void a_command_whose_answer_is_cut_off_happens_twice_when_keys_are_not_heeded() throws IOException {
        try (Installation services = Installation.embedded(data).start();
                FaultProxy proxy = new FaultProxy(services.commands.get(0).url().getPort())) {
            services.through(proxy);
            new Trial("H2", DOSE, services, StoredEvents.embedded(data), Duration.ofSeconds(90))
                    .of(Fault.cutAnswers(proxy, CUTS), 1);

            proxy.erase("Idempotency-Key");
            Observation seen = new Trial("H2", DOSE, services, StoredEvents.embedded(data), PATIENCE)
                    .observe(Fault.cutAnswers(proxy, CUTS), 1);

            System.out.println("without idempotency keys: " + seen);
            assertThat(seen.findings().count(Harm.DUPLICATED))
                    .as("%s", seen.findings())
                    .isPositive();
        }
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
