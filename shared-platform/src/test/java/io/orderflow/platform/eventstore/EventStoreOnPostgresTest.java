package io.orderflow.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.orderflow.platform.postgres.PostgresDatabases;
import io.orderflow.platform.postgres.PostgresSettings;
import io.orderflow.platform.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ActiveProfiles("postgres")
class EventStoreOnPostgresTest extends EventStoreContract {

    private static final PostgresSettings DATABASE = TestPostgres.newDatabase();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("orderflow.postgres.url", DATABASE::url);
        properties.add("orderflow.postgres.username", DATABASE::username);
    }

    @Autowired
    PostgresDatabases databases;

    @Autowired
    Serializer snapshotSerializer;

    @Autowired
    org.axonframework.config.Configuration configuration;

    @Override
    Connection connectWithoutLimits() throws SQLException {
        return DriverManager.getConnection(DATABASE.url() + "&currentSchema=events");
    }

    @Test
    void a_reader_in_another_process_is_told_when_events_arrive() {
        AtomicInteger calls = new AtomicInteger();
        try (PostgresAppendSignal elsewhere = new PostgresAppendSignal(databases.events())) {
            elsewhere.subscribe(calls::incrementAndGet);

            engine.appendEvents(event(newStream(), 0));

            await().atMost(Duration.ofSeconds(5)).until(() -> calls.get() > 0);
            assertThat(elsewhere.head())
                    .isEqualTo(engine.createHeadToken().position().orElseThrow());
        }
    }

    @Test
    void a_reader_that_has_lost_its_connection_still_learns_of_events() throws Exception {
        try (PostgresAppendSignal elsewhere = new PostgresAppendSignal(databases.events())) {
            for (int round = 0; round < 5; round++) {
                TestPostgres.execute(
                        DATABASE.url(),
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE '%listener'");
                engine.appendEvents(event(newStream(), 0));
                long head = engine.createHeadToken().position().orElseThrow();

                await().atMost(Duration.ofSeconds(5)).until(() -> elsewhere.head() == head);
            }
        }
    }

    @Test
    void a_refused_event_does_not_show_up_in_the_text_of_the_exception() {
        String stream = newStream();
        engine.appendEvents(event(stream, 0));

        assertThatThrownBy(() -> engine.appendEvents(event(stream, 0)))
                .hasRootCauseInstanceOf(SQLException.class)
                .hasMessageNotContainingAny("INSERT", "::bytea");
    }

    @Test
    void a_signal_that_begins_on_events_knows_the_head_at_once() {
        engine.appendEvents(event(newStream(), 0));
        try (PostgresAppendSignal later = new PostgresAppendSignal(databases.events())) {
            assertThat(later.head())
                    .isEqualTo(engine.createHeadToken().position().orElseThrow());
        }
    }

    @Test
    void nothing_is_passed_over_when_several_processes_append() throws Exception {
        int eventsEach = 100;
        List<Long> positions = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        try (Replica one = new Replica();
                Replica two = new Replica();
                var reader = source.openStream(engine.createHeadToken())) {
            List<CompletableFuture<Void>> writing = new ArrayList<>();
            for (int writer = 0; writer < 6; writer++) {
                OrderedJdbcEventStorageEngine to =
                        List.of(engine, one.engine, two.engine).get(writer % 3);
                String stream = newStream();
                writing.add(CompletableFuture.runAsync(() -> {
                    for (int version = 0; version < eventsEach; version++) {
                        to.appendEvents(event(stream, version));
                    }
                }));
            }
            while (seen.size() < 6 * eventsEach && reader.hasNextAvailable(10, TimeUnit.SECONDS)) {
                TrackedEventMessage<?> event = reader.nextAvailable();
                seen.add(payload(event));
                positions.add(event.trackingToken().position().orElseThrow());
            }
            CompletableFuture.allOf(writing.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
        }
        assertThat(seen).hasSize(6 * eventsEach).doesNotHaveDuplicates();
        assertThat(positions).as("an event came after one with a higher index").isSorted();
    }

    @Test
    void an_append_whose_connection_is_cut_fails_and_the_next_one_does_not() {
        engine.appendEvents(event(newStream(), 0));
        TestPostgres.execute(
                DATABASE.url(),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'orderflow events'");

        await().atMost(Duration.ofSeconds(5)).ignoreExceptions().until(() -> {
            String stream = newStream();
            engine.appendEvents(event(stream, 0));
            return engine.readEvents(stream).asStream().count() == 1;
        });
        assertThat(JdbcClient.create(eventStoreDataSource)
                        .sql("SELECT count(*) FROM append_lock")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    /** Another process that appends: its own connections, and its own groups that share commits. */
    private final class Replica implements AutoCloseable {

        private final HikariDataSource pool = databases.events().pool("replica", 4);
        private final PostgresAppendSignal signal = new PostgresAppendSignal(databases.events());
        private final OrderedJdbcEventStorageEngine engine = new JdbcEventStoreConfiguration()
                .eventStorageEngine(
                        pool,
                        new JdbcTransactionManager(pool),
                        eventSerializer,
                        snapshotSerializer,
                        new DuplicateKeyResolver(),
                        configuration,
                        signal,
                        EventStoreDialect.POSTGRES);

        @Override
        public void close() {
            engine.close();
            signal.close();
            pool.close();
        }
    }
}
