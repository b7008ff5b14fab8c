package io.orderflow.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orderflow.platform.axon.AxonPlatform;
import io.orderflow.platform.database.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the event store promises, in whichever mode. */
@SpringBootTest(
        classes = EventStoreContract.Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"axon.axonserver.enabled=false", "axon.update-check.disabled=true", "spring.flyway.enabled=false"
        })
@DirtiesContext
abstract class EventStoreContract {

    @Autowired
    OrderedJdbcEventStorageEngine engine;

    @Autowired
    WakingEventSource source;

    @Autowired
    DataSource eventStoreDataSource;

    @Autowired
    @Qualifier("eventSerializer")
    Serializer eventSerializer;

    @Autowired
    PlatformTransactionManager eventStoreTransactionManager;

    @Test
    void a_version_that_is_taken_is_a_conflict() {
        String stream = newStream();
        engine.appendEvents(event(stream, 0), event(stream, 1));

        assertThatThrownBy(() -> engine.appendEvents(event(stream, 1), event(stream, 2)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(engine.readEvents(stream).asStream()).hasSize(2);
    }

    @Test
    void a_stream_that_exists_cannot_be_created_again() {
        String stream = newStream();
        engine.appendEvents(event(stream, 0));

        assertThatThrownBy(() -> engine.appendEvents(event(stream, 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void no_event_becomes_visible_before_one_with_a_lower_index() throws Exception {
        String slow = newStream();
        String quick = newStream();
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (var reader = source.openStream(engine.createHeadToken())) {
            CompletableFuture<Void> first =
                    CompletableFuture.runAsync(() -> transaction().executeWithoutResult(tx -> {
                        appendAsAnotherReplica(slow);
                        appended.countDown();
                        awaitQuietly(mayCommit);
                    }));
            assertThat(appended.await(10, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Void> second = CompletableFuture.runAsync(() -> engine.appendEvents(event(quick, 0)));

            assertThat(reader.hasNextAvailable(500, TimeUnit.MILLISECONDS))
                    .as("an event overtook one that was appended before it")
                    .isFalse();
            mayCommit.countDown();
            first.get(10, TimeUnit.SECONDS);
            second.get(10, TimeUnit.SECONDS);

            assertThat(List.of(payload(reader.nextAvailable()), payload(reader.nextAvailable())))
                    .containsExactly(slow + "/0", quick + "/0");
        }
    }

    /** Long enough for a writer to be between its insert and its commit, in seconds: the last two beyond any gap's time. */
    static List<Integer> transactionsStayOpenFor() {
        return "full".equals(System.getProperty("orderflow.faults")) ? List.of(5, 30, 65, 120) : List.of(5);
    }

    @ParameterizedTest
    @MethodSource("transactionsStayOpenFor")
    void no_event_is_passed_over_however_long_a_transaction_stays_open_and_whatever_clock_a_reader_has(int seconds)
            throws Exception {
        try (LongTransaction held = new LongTransaction(this, true);
                var reader = source.openStream(engine.createHeadToken())) {
            held.insert();
            List<String> others = held.appendOthersFor(Duration.ofSeconds(seconds), reader);
            held.commit();

            assertThat(held.readAll(reader))
                    .hasSize(others.size() + 1)
                    .doesNotHaveDuplicates()
                    .contains(held.stream + "/0")
                    .containsAll(others);
        }
    }

    /** What the turn that every writer takes is good for: without it the test above sees an event left out. */
    @Test
    void an_event_of_a_writer_that_does_not_take_its_turn_may_be_passed_over() throws Exception {
        try (LongTransaction held = new LongTransaction(this, false);
                var reader = source.openStream(engine.createHeadToken())) {
            held.insert();
            List<String> others = held.appendOthersFor(Duration.ofSeconds(1), reader);
            held.commit();

            assertThat(held.readAll(reader)).containsAll(others).doesNotContain(held.stream + "/0");
        }
    }

    @Test
    void an_append_is_durable_when_it_returns_whatever_becomes_of_the_callers_transaction() {
        String stream = newStream();
        transaction().executeWithoutResult(tx -> {
            engine.appendEvents(event(stream, 0));
            tx.setRollbackOnly();
        });
        assertThat(engine.readEvents(stream).asStream()).hasSize(1);
    }

    @Test
    void a_reader_is_called_when_events_arrive() throws Exception {
        String stream = newStream();
        AtomicInteger calls = new AtomicInteger();
        try (var reader = source.openStream(engine.createHeadToken())) {
            assertThat(reader.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
            assertThat(reader.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();

            engine.appendEvents(event(stream, 0));

            await().atMost(Duration.ofSeconds(5))
                    .untilAtomic(calls, n -> assertThat(n).isPositive());
            assertThat(payload(reader.nextAvailable())).isEqualTo(stream + "/0");
        }
        int before = calls.get();
        engine.appendEvents(event(stream, 1));
        assertThat(calls).as("calls after the reader was closed").hasValue(before);
    }

    @Test
    void many_writers_lose_nothing_and_readers_see_all_in_order() throws Exception {
        int writers = 8;
        int eventsEach = 50;
        try (var reader = source.openStream(engine.createHeadToken())) {
            List<CompletableFuture<Void>> writing = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String stream = newStream();
                writing.add(CompletableFuture.runAsync(() -> {
                    for (int version = 0; version < eventsEach; version++) {
                        engine.appendEvents(event(stream, version));
                    }
                }));
            }
            List<String> seen = new ArrayList<>();
            while (seen.size() < writers * eventsEach && reader.hasNextAvailable(10, TimeUnit.SECONDS)) {
                seen.add(payload(reader.nextAvailable()));
            }
            CompletableFuture.allOf(writing.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
            assertThat(seen).hasSize(writers * eventsEach).doesNotHaveDuplicates();
        }
    }

    @Test
    void of_writers_that_race_for_one_version_one_wins_and_the_others_are_told() throws Exception {
        int rounds = 40;
        int writers = 6;
        String contested = newStream();
        AtomicInteger conflicts = new AtomicInteger();
        List<String> bystanders = new ArrayList<>();
        for (int version = 0; version < rounds; version++) {
            long next = version;
            CountDownLatch start = new CountDownLatch(1);
            List<CompletableFuture<Void>> racing = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String bystander = newStream();
                bystanders.add(bystander);
                racing.add(CompletableFuture.runAsync(() -> {
                    awaitQuietly(start);
                    try {
                        engine.appendEvents(event(contested, next));
                    } catch (ConcurrencyException | AggregateStreamCreationException e) {
                        conflicts.incrementAndGet();
                    }
                }));
                racing.add(CompletableFuture.runAsync(() -> {
                    awaitQuietly(start);
                    engine.appendEvents(event(bystander, 0));
                }));
            }
            start.countDown();
            CompletableFuture.allOf(racing.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
        }
        assertThat(engine.readEvents(contested).asStream()).hasSize(rounds);
        assertThat(conflicts).hasValue(rounds * (writers - 1));
        assertThat(bystanders)
                .allSatisfy(stream ->
                        assertThat(engine.readEvents(stream).asStream()).hasSize(1));
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(eventStoreTransactionManager);
    }

    /** Inserts an event as the engine does, within the transaction of the caller and without a signal. */
    void appendAsAnotherReplica(String stream) {
        JdbcClient jdbc = JdbcClient.create(eventStoreDataSource);
        takeTurn(jdbc);
        insert(jdbc, stream);
    }

    static void takeTurn(JdbcClient jdbc) {
        jdbc.sql("SELECT id FROM append_lock WHERE id = 1 FOR UPDATE").query().singleRow();
    }

    void insert(JdbcClient jdbc, String stream) {
        SerializedObject<byte[]> payload = eventSerializer.serialize(stream + "/0", byte[].class);
        SerializedObject<byte[]> metadata = eventSerializer.serialize(MetaData.emptyInstance(), byte[].class);
        jdbc.sql(
                        """
                        INSERT INTO domain_event
                            (event_id, stream, version, aggregate_type, payload_type, payload, metadata, recorded_at)
                        VALUES (?, ?, 0, 'Test', ?, ?, ?, '2026-01-01T00:00:00Z')""")
                .params(
                        UUID.randomUUID().toString(),
                        stream,
                        payload.getType().getName(),
                        payload.getData(),
                        metadata.getData())
                .update();
    }

    /** A connection on which nothing ends a transaction that stays open. */
    abstract Connection connectWithoutLimits() throws SQLException;

    static String newStream() {
        return "test-" + UUID.randomUUID();
    }

    static GenericDomainEventMessage<String> event(String stream, long version) {
        return new GenericDomainEventMessage<>("Test", stream, version, stream + "/" + version);
    }

    static String payload(TrackedEventMessage<?> event) {
        return (String) event.getPayload();
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({AxonPlatform.class, EventStoreWriting.class})
    static class Service {

        @Bean(destroyMethod = "close")
        DataSource eventStoreDataSource(Databases databases) {
            return databases.events().pool("events", 10);
        }

        @Bean
        PlatformTransactionManager eventStoreTransactionManager(DataSource eventStoreDataSource) {
            return new JdbcTransactionManager(eventStoreDataSource);
        }
    }
}
