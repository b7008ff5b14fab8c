package io.orderflow.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.orderflow.platform.axon.AxonPlatform;
import java.nio.file.Path;
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
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"axon.axonserver.enabled=false", "axon.update-check.disabled=true"})
@DirtiesContext
class EventStoreTest {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataDir(DynamicPropertyRegistry properties) {
        properties.add("orderflow.data-dir", () -> data);
    }

    @Autowired
    EventStorageEngine engine;

    @Autowired
    WakingEventSource source;

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
        TransactionTemplate transaction = new TransactionTemplate(eventStoreTransactionManager);
        try (var reader = source.openStream(engine.createHeadToken())) {
            CompletableFuture<Void> first = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(tx -> {
                engine.appendEvents(event(slow, 0));
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
    void a_reader_in_another_process_is_woken_through_the_file() {
        AtomicInteger calls = new AtomicInteger();
        try (SharedFileAppendSignal elsewhere =
                new SharedFileAppendSignal(new EmbeddedStoreSettings(data).signalFile())) {
            elsewhere.subscribe(calls::incrementAndGet);

            engine.appendEvents(event(newStream(), 0));

            await().atMost(Duration.ofSeconds(5)).until(() -> calls.get() > 0);
        }
    }

    @Test
    void a_rolled_back_append_leaves_nothing_and_wakes_nobody() {
        String stream = newStream();
        AtomicInteger calls = new AtomicInteger();
        try (var reader = source.openStream(engine.createHeadToken())) {
            reader.setOnAvailableCallback(calls::incrementAndGet);
            new TransactionTemplate(eventStoreTransactionManager).executeWithoutResult(tx -> {
                engine.appendEvents(event(stream, 0));
                tx.setRollbackOnly();
            });
        }
        assertThat(engine.readEvents(stream).hasNext()).isFalse();
        assertThat(calls).hasValue(0);
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

    private static String newStream() {
        return "test-" + UUID.randomUUID();
    }

    private static GenericDomainEventMessage<String> event(String stream, long version) {
        return new GenericDomainEventMessage<>("Test", stream, version, stream + "/" + version);
    }

    private static String payload(TrackedEventMessage<?> event) {
        return (String) event.getPayload();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({AxonPlatform.class, EventStoreConfiguration.class})
    static class Service {

        @Bean(destroyMethod = "close")
        DataSource eventStoreDataSource(EmbeddedStoreSettings settings) {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(settings.eventStoreUrl());
            pool.setUsername("sa");
            pool.setPassword("");
            new ResourceDatabasePopulator(new ClassPathResource("db/event-store/V1__event_store.sql")).execute(pool);
            return pool;
        }

        @Bean
        PlatformTransactionManager eventStoreTransactionManager(DataSource eventStoreDataSource) {
            return new JdbcTransactionManager(eventStoreDataSource);
        }
    }
}
