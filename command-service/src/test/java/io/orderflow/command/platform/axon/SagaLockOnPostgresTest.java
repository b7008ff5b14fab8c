package io.orderflow.command.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.modelling.saga.AssociationValuesImpl;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Two replicas that have the same saga in hand: what the one did is there when the other looks, and is not overwritten. */
@SpringBootTest
@DirtiesContext
@ActiveProfiles("postgres")
class SagaLockOnPostgresTest {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        TestPostgres.use(properties, TestPostgres.newDatabase());
    }

    @Autowired
    SagaStore<Object> sagas;

    @Autowired
    TransactionManager transactions;

    @Autowired
    DataSource processes;

    private final String id = UUID.randomUUID().toString();

    @Test
    void a_saga_that_one_replica_has_loaded_is_loaded_by_the_other_when_the_first_is_through() {
        transactions.executeInTransaction(() -> sagas.insertSaga(Noted.class, id, new Noted(), Set.of()));

        CompletableFuture<String> other = transactions.fetchInTransaction(() -> {
            Noted here = sagas.loadSaga(Noted.class, id).saga();
            CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> transactions.fetchInTransaction(
                    () -> sagas.loadSaga(Noted.class, id).saga().note));
            await().atMost(Duration.ofSeconds(10)).until(() -> second.isDone() || somebodyWaitsForALock());
            here.note = "done here";
            sagas.updateSaga(Noted.class, id, here, new AssociationValuesImpl());
            return second;
        });

        assertThat(other).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("done here");
    }

    private boolean somebodyWaitsForALock() {
        return JdbcClient.create(processes)
                        .sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** A saga, as far as a store of sagas is concerned. */
    static final class Noted {

        public String note = "nothing";
    }
}
