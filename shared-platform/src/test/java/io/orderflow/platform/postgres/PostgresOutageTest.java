package io.orderflow.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.zaxxer.hikari.HikariDataSource;
import io.orderflow.platform.database.DatabaseGone;
import io.orderflow.platform.network.FaultProxy;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PostgresOutageTest {

    private final PostgresSettings database = TestPostgres.newDatabase();

    @Test
    void a_server_that_hangs_is_given_up_and_used_again_when_it_answers() throws Exception {
        URI direct = URI.create(database.url().substring("jdbc:".length()));
        try (FaultProxy proxy = new FaultProxy(direct.getPort());
                HikariDataSource pool = pool("jdbc:postgresql://127.0.0.1:" + proxy.port() + direct.getPath())) {
            execute(pool, "SELECT 1");
            proxy.hang(true);
            for (int caller = 0; caller < 3; caller++) {
                // far longer than it takes; without any bound it would be for ever
                assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> assertThatThrownBy(() -> execute(pool, "SELECT 1"))
                                .isInstanceOf(SQLException.class));
            }
            proxy.hang(false);

            await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> execute(pool, "SELECT 1"));
        }
    }

    @Test
    void a_statement_that_takes_too_long_is_ended_and_its_connection_kept() throws Exception {
        try (HikariDataSource pool = pool(database.url());
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(30)"))
                    .isInstanceOfSatisfying(SQLException.class, e -> {
                        assertThat(e.getSQLState()).isEqualTo("57014");
                        assertThat(DatabaseGone.isCauseOf(e)).isFalse();
                    });
            assertThat(statement.execute("SELECT 1")).isTrue();
        }
    }

    @Test
    void a_connection_that_the_server_has_ended_is_known_to_be_gone() throws Exception {
        try (HikariDataSource pool = pool(database.url())) {
            assertThatThrownBy(() -> execute(pool, "SELECT pg_terminate_backend(pg_backend_pid())"))
                    .isInstanceOfSatisfying(SQLException.class, e -> assertThat(DatabaseGone.isCauseOf(e))
                            .isTrue());
            assertThat(execute(pool, "SELECT 1")).isTrue();
        }
    }

    private static HikariDataSource pool(String url) {
        return new PostgresDatabases(TestPostgres.settings(url)).events().pool("test", 3);
    }

    private static boolean execute(HikariDataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
