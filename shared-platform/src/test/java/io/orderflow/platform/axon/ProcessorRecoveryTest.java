package io.orderflow.platform.axon;

import static org.awaitility.Awaitility.await;

import io.orderflow.platform.database.ConnectionPools;
import io.orderflow.platform.eventstore.EmbeddedStoreSettings;
import io.orderflow.platform.eventstore.EventStoreWriting;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

/** However long something was away, a processor goes on soon after it has come back. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"axon.axonserver.enabled=false", "axon.update-check.disabled=true", "spring.flyway.enabled=false"
        })
@DirtiesContext
class ProcessorRecoveryTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataDir(DynamicPropertyRegistry properties) {
        properties.add("orderflow.data-dir", () -> data);
    }

    @Autowired
    EventProcessingConfiguration processing;

    @Autowired
    Outage outage;

    @BeforeEach
    void awaitWork() {
        await().atMost(SOON).until(this::isAtWork);
    }

    @Test
    void after_an_outage_of_the_token_store() {
        outage.begin();
        // by then Axon would pause for 16 s
        await().atMost(Duration.ofSeconds(40)).until(() -> outage.attempts.get() >= 5);
        outage.end();

        await().atMost(SOON).until(this::isAtWork);
    }

    @Test
    void after_a_segment_has_failed_so_often_that_axon_keeps_away_from_it_for_a_minute() {
        processor().releaseSegment(0, 1, TimeUnit.MINUTES);
        await().atMost(SOON).until(() -> !isAtWork());

        await().atMost(SOON).until(this::isAtWork);
    }

    private boolean isAtWork() {
        return !processor().processingStatus().isEmpty();
    }

    private StreamingEventProcessor processor() {
        return processing
                .eventProcessor("tested", StreamingEventProcessor.class)
                .orElseThrow();
    }

    static class Outage {

        private final AtomicBoolean away = new AtomicBoolean();
        private final AtomicInteger attempts = new AtomicInteger();

        void begin() {
            attempts.set(0);
            away.set(true);
        }

        void end() {
            away.set(false);
        }

        TokenStore over(TokenStore store) {
            return (TokenStore) Proxy.newProxyInstance(
                    TokenStore.class.getClassLoader(),
                    new Class<?>[] {TokenStore.class},
                    (proxy, method, arguments) -> {
                        if (away.get()) {
                            if (method.getName().equals("fetchAvailableSegments")) {
                                attempts.incrementAndGet();
                            }
                            throw new IllegalStateException("the store is away");
                        }
                        try {
                            return method.invoke(store, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    @ProcessingGroup("tested")
    static class Handler {

        @EventHandler
        void on(String event) {
            // there are none
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
        Outage outage() {
            return new Outage();
        }

        @Bean
        TokenStore tokenStore(Outage outage) {
            return outage.over(new InMemoryTokenStore());
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
