package io.orderflow.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class EventStoreTest extends EventStoreContract {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataDir(DynamicPropertyRegistry properties) {
        properties.add("orderflow.data-dir", () -> data);
    }

    @Override
    Connection connectWithoutLimits() throws SQLException {
        return DriverManager.getConnection(new EmbeddedStoreSettings(data).eventStoreUrl(), "sa", "");
    }

    @Test
    void an_event_is_hidden_until_it_is_said_to_be_durable() throws Exception {
        String stream = newStream();
        engine.appendEvents(event(newStream(), 0));
        try (var reader = source.openStream(engine.createHeadToken())) {
            transaction().executeWithoutResult(tx -> appendAsAnotherReplica(stream));
            assertThat(reader.hasNextAvailable(200, TimeUnit.MILLISECONDS)).isFalse();

            engine.announceHead();

            assertThat(reader.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
            assertThat(payload(reader.nextAvailable())).isEqualTo(stream + "/0");
        }
    }

    @Test
    void a_reader_in_another_process_is_woken_through_the_file() {
        AtomicInteger calls = new AtomicInteger();
        try (SharedFileAppendSignal elsewhere =
                new SharedFileAppendSignal(new EmbeddedStoreSettings(data).signalFile())) {
            elsewhere.subscribe(calls::incrementAndGet);

            engine.appendEvents(event(newStream(), 0));

            await().atMost(Duration.ofSeconds(5)).until(() -> calls.get() > 0);
        }
    }
}
