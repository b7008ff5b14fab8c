package io.orderflow.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.platform.database.ConnectionPools;
import io.orderflow.platform.eventstore.EmbeddedStoreSettings;
import io.orderflow.platform.eventstore.EventStoreWriting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"axon.axonserver.enabled=false", "axon.update-check.disabled=true", "spring.flyway.enabled=false"
        })
@DirtiesContext
class ProcessorHealthTest {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataDir(DynamicPropertyRegistry properties) {
        properties.add("orderflow.data-dir", () -> data);
    }

    @Autowired
    EventStorageEngine engine;

    @Autowired
    HealthIndicator processorsHealthIndicator;

    @Autowired
    Handler handler;

    @Autowired
    Tokens tokens;

    @Test
    void a_processor_whose_segment_fails_again_and_again_is_down_until_it_succeeds() {
        await().atMost(Duration.ofSeconds(10)).until(this::isUp);
        handler.fails.set(true);
        engine.appendEvents(new GenericDomainEventMessage<>("Test", "test-1", 0, "poison"));

        await().atMost(Duration.ofSeconds(10)).until(() -> !isUp());
        assertThat(processorsHealthIndicator.health().getDetails().get("tested"))
                .isEqualTo("failing: IllegalStateException");
        handler.fails.set(false);

        await().atMost(Duration.ofSeconds(30)).until(() -> handler.handled.get() == 1);
        await().atMost(Duration.ofSeconds(10)).until(this::isUp);
    }

    @Test
    void a_replica_whose_others_have_all_segments_is_up_again_after_it_could_not_ask_for_one() {
        await().atMost(Duration.ofSeconds(10)).until(this::isUp);
        tokens.takenByOthers.set(true);
        tokens.away.set(true);
        await().atMost(Duration.ofSeconds(30)).until(() -> !isUp());
        assertThat(processorsHealthIndicator.health().getDetails()).containsEntry("tested", "failing");

        tokens.away.set(false);

        await().atMost(Duration.ofSeconds(30)).until(this::isUp);
        tokens.takenByOthers.set(false);
    }

    private boolean isUp() {
        return processorsHealthIndicator.health().getStatus().equals(Status.UP);
    }

    @ProcessingGroup("tested")
    static class Handler {

        private final AtomicBoolean fails = new AtomicBoolean();
        private final AtomicInteger handled = new AtomicInteger();

        @EventHandler
        void on(String event) {
            if (fails.get()) {
                throw new IllegalStateException("cannot handle " + event);
            }
            handled.incrementAndGet();
        }
    }

    /** Of which other replicas may have taken all, and which may be out of reach. */
    static class Tokens extends InMemoryTokenStore {

        private final AtomicBoolean takenByOthers = new AtomicBoolean();
        private final AtomicBoolean away = new AtomicBoolean();

        @Override
        public List<Segment> fetchAvailableSegments(String processor) {
            if (away.get()) {
                throw new IllegalStateException("out of reach");
            }
            return takenByOthers.get() ? List.of() : super.fetchAvailableSegments(processor);
        }

        @Override
        public void extendClaim(String processor, int segment) {
            if (takenByOthers.get()) {
                throw new UnableToClaimTokenException("another replica has it");
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({AxonPlatform.class, EventStoreWriting.class})
    static class Service {

        @Bean
        Handler handler() {
            return new Handler();
        }

        @Bean
        ConfigurerModule tested() {
            return configurer -> configurer.eventProcessing(new ProcessorSettings("tested", 1, 10)::register);
        }

        @Bean
        Tokens tokenStore() {
            return new Tokens();
        }

        @Bean
        DataSource eventStoreDataSource(EmbeddedStoreSettings settings) {
            return ConnectionPools.embedded("events", settings.eventStoreUrl(), 10);
        }

        @Bean
        PlatformTransactionManager eventStoreTransactionManager(DataSource eventStoreDataSource) {
            return new JdbcTransactionManager(eventStoreDataSource);
        }
    }
}
