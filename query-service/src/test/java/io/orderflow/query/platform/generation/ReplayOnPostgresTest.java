package io.orderflow.query.platform.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.platform.postgres.PostgresSettings;
import io.orderflow.platform.postgres.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReplayOnPostgresTest extends ReplayTest {

    @Override
    TestDatabase newDatabase(Path folder) {
        return TestDatabase.onPostgres();
    }

    @Test
    void a_second_service_that_starts_with_nothing_comes_to_the_same() {
        PostgresSettings elsewhere = TestPostgres.newDatabase();
        try (RunningReplica second = RunningReplica.start(
                database(),
                "--orderflow.query.node-id=second",
                "--orderflow.postgres.read-url=" + elsewhere.url(),
                "--orderflow.postgres.read-username=" + elsewhere.username())) {
            second.awaitCaughtUp();
            assertThat(second.checksums()).isEqualTo(service().checksums());
        }
    }

    /** As the runbook of a rolling deploy has it. */
    @Test
    void a_replica_of_another_version_builds_its_own_while_the_old_one_serves() throws Exception {
        Generation theirs = new Generation("order-list", 1);
        try (RunningReplica fresh = RunningReplica.start(
                database(),
                "--orderflow.query.node-id=fresh",
                "--orderflow.query.read-models.revisions.order-list=2")) {
            Generation ours = new Generation("order-list", 2);
            fresh.awaitLive(ours);
            await().until(() -> fresh.readiness().contains("\"status\":\"UP\""));
            shop().sell(5);
            service().awaitCaughtUp();
            fresh.awaitCaughtUp();

            assertThat(service().live("order-list")).isEqualTo(theirs);
            assertThat(fresh.checksums()).isEqualTo(service().checksums());
            assertThat(service().get("/orders?pageSize=1").body()).contains("\"total\":" + shop().orders());
            assertThat(fresh.get("/orders?pageSize=1").body()).contains("\"total\":" + shop().orders());
        }
    }
}
