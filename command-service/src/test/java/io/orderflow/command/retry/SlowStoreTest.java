package io.orderflow.command.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.command.retry.RunningService.Answer;
import io.orderflow.platform.eventstore.EmbeddedStoreSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store answers nobody for a while. */
class SlowStoreTest {

    @TempDir
    Path data;

    @Test
    void a_command_that_cannot_be_decided_is_refused_meanwhile_and_not_carried_out_afterwards() throws SQLException {
        try (RunningService service = new RunningService(data, "--orderflow.command.begin-within=500ms");
                Connection alone =
                        DriverManager.getConnection(new EmbeddedStoreSettings(data).eventStoreUrl(), "sa", "");
                Statement sql = alone.createStatement()) {
            service.send(
                    "POST",
                    "/stock",
                    "{\"sku\":\"DESK\",\"productName\":\"Desk\",\"onHand\":1}",
                    "Idempotency-Key",
                    "1");
            sql.execute("SET EXCLUSIVE 1");

            Answer refused = adjust(service);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body()).contains("UNAVAILABLE", "nothing was changed");
            sql.execute("SET EXCLUSIVE 0");
            assertThat(adjust(service).body()).contains("\"version\":1");
            assertThat(service.events("stock-DESK")).containsExactly("StockRegistered", "StockAdjusted");
        }
    }

    private static Answer adjust(RunningService service) {
        return service.send("POST", "/stock/DESK/adjustments", "{\"delta\":1,\"reason\":\"found\"}");
    }
}
