package io.orderflow.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class PostgresDurabilityTest {

    private final PostgresSettings database = TestPostgres.newDatabase();

    @Test
    void a_server_that_keeps_what_it_acknowledges_is_taken() {
        assertThatCode(() -> durability(database).require()).doesNotThrowAnyException();
        assertThat(durability(database).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_commit_that_is_not_waited_for_is_refused_and_noticed_while_running() {
        PostgresDurability durability = durability(database);
        durability.require();
        assertThat(durability.health().getStatus()).isEqualTo(Status.UP);
        TestPostgres.execute(
                database.url(),
                """
                DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', current_database()); END $$""");

        await().atMost(Duration.ofSeconds(10))
                .until(() -> durability.health().getStatus().equals(Status.DOWN));
        assertThatThrownBy(durability::require)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("synchronous_commit");
    }

    @Test
    void a_server_that_does_not_write_through_to_the_disk_is_refused() throws IOException {
        // this is how it is started for tests when nothing else is said
        try (EmbeddedPostgres forgetful = EmbeddedPostgres.start()) {
            PostgresDurability durability =
                    durability(TestPostgres.settings(forgetful.getJdbcUrl("postgres", "postgres")));

            assertThatThrownBy(durability::require).hasMessageContaining("fsync");
        }
    }

    @Test
    void a_server_that_is_not_there_is_down() {
        PostgresDurability durability =
                durability(TestPostgres.settings("jdbc:postgresql://127.0.0.1:1/orderflow?user=nobody"));

        assertThat(durability.health().getStatus()).isEqualTo(Status.DOWN);
        assertThatThrownBy(durability::require).hasMessageContaining("cannot be reached");
    }

    private static PostgresDurability durability(PostgresSettings settings) {
        return new PostgresDurability(new PostgresDatabases(settings).events());
    }
}
