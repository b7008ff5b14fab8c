package io.orderflow.command.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.command.retry.RunningService.Answer;
import io.orderflow.platform.eventstore.EmbeddedStoreSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store answers nobody for a while. */
class SlowStoreTest {

    @TempDir
    Path data;

    @Test
    void a_command_that_cannot_be_decided_is_refused_meanwhile_and_not_carried_out_afterwards() throws SQLException {
        try (RunningService service = new RunningService(data, "--orderflow.command.decide-within=2s");
                Connection alone =
                        DriverManager.getConnection(new EmbeddedStoreSettings(data).eventStoreUrl(), "sa", "");
                Statement sql = alone.createStatement()) {
            Answer registered = service.send(
                    "POST",
                    "/stock",
                    "{\"sku\":\"DESK\",\"productName\":\"Desk\",\"onHand\":1}",
                    "Idempotency-Key",
                    "1");
            assertThat(registered.status()).isEqualTo(201);
            sql.execute("SET EXCLUSIVE 1");

            Answer refused = adjust(service);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body()).contains("UNAVAILABLE", "changed nothing");
            sql.execute("SET EXCLUSIVE 0");
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                            adjust(service, "Idempotency-Key", "2").body())
                    .contains("\"version\":1"));
            assertThat(service.events("stock-DESK")).containsExactly("StockRegistered", "StockAdjusted");
        }
    }

    private static Answer adjust(RunningService service, String... headers) {
        return service.send("POST", "/stock/DESK/adjustments", "{\"delta\":1,\"reason\":\"found\"}", headers);
    }
}
