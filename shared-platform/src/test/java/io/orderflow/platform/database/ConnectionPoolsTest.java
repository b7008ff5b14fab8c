package io.orderflow.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionPoolsTest {

    @TempDir
    Path data;

    @Test
    void a_pool_under_constant_use_recovers_when_the_server_is_gone_and_back() throws Exception {
        Server server = serve("0");
        String url = "jdbc:h2:tcp://127.0.0.1:%d/%s".formatted(server.getPort(), data.resolve("test"));
        try (HikariDataSource pool = ConnectionPools.embedded("test", url, 3)) {
            assertThat(answers(pool)).isTrue();
            server.stop();
            await().atMost(Duration.ofSeconds(5)).until(() -> !answers(pool));
            Server again = serve(Integer.toString(server.getPort()));
            try {
                Instant patience = Instant.now().plusSeconds(10);
                // far more often than the half second after which a pool would test its connections by itself
                while (!answers(pool) && Instant.now().isBefore(patience)) {
                    Thread.onSpinWait();
                }
                assertThat(answers(pool)).isTrue();
                assertThat(answers(pool)).isTrue();
                assertThat(answers(pool)).isTrue();
            } finally {
                again.stop();
            }
        }
    }

    private Server serve(String port) throws SQLException {
        return Server.createTcpServer("-tcpPort", port, "-ifNotExists", "-baseDir", data.toString())
                .start();
    }

    private static boolean answers(DataSource pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            return false;
        }
    }
}
