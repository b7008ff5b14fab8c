package io.orderflow.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.platform.database.ConnectionPools;
import io.orderflow.platform.eventstore.EmbeddedStoreSettings;
import io.orderflow.platform.eventstore.EventStoreWriting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
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
        TokenStore tokenStore() {
            return new InMemoryTokenStore();
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
