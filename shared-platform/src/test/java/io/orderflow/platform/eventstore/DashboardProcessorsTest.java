package io.orderflow.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.grpc.control.EventProcessorInfo;
import io.orderflow.platform.axon.ReplayedBeside;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DashboardProcessorsTest {

    private static final String GROUP = "order-list";

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
    private final TestProcessor shown = new TestProcessor(GROUP + "-1", 1);
    private final TestProcessor replay = new TestProcessor(GROUP + "-2", 2);

    @BeforeEach
    void start() {
        shown.start();
        replay.start();
        await().until(() -> shown.processingStatus().size() == 1
                && replay.processingStatus().size() == 2);
    }

    @AfterEach
    void stop() {
        shown.shutDown();
        replay.shutDown();
        threads.shutdownNow();
    }

    @Test
    void a_processor_has_the_name_of_its_group() {
        EventProcessorInfo info = onDashboard();

        assertThat(info.getProcessorName()).isEqualTo(GROUP);
        assertThat(info.getSegmentStatusList()).hasSize(1).noneMatch(EventProcessorInfo.SegmentStatus::getReplaying);
    }

    @Test
    void a_replay_beside_it_is_shown_in_its_place_as_a_replay() {
        shown.replay = replay;
        EventProcessorInfo info = onDashboard();

        assertThat(info.getProcessorName()).isEqualTo(GROUP);
        assertThat(info.getSegmentStatusList()).hasSize(2).allMatch(EventProcessorInfo.SegmentStatus::getReplaying);
    }

    private EventProcessorInfo onDashboard() {
        Configuration configuration = DefaultConfigurer.defaultConfiguration()
                .eventProcessing(processing -> processing
                        .registerEventHandler(c -> new Handler())
                        .registerEventProcessor(GROUP, (name, c, invoker) -> shown))
                .buildConfiguration();
        AxonServerConnectionManager nowhere = AxonServerConnectionManager.builder()
                .axonServerConfiguration(new AxonServerConfiguration())
                .build();
        return new DashboardProcessors(nowhere, configuration.eventProcessingConfiguration(), "default")
                .infoSupplier(shown)
                .get();
    }

    @ProcessingGroup(GROUP)
    static class Handler {

        @EventHandler
        void on(String event) {
            // there are none
        }
    }

    private final class TestProcessor extends PooledStreamingEventProcessor implements ReplayedBeside {

        private @Nullable StreamingEventProcessor replay;

        TestProcessor(String name, int segments) {
            super(builder()
                    .name(name)
                    .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                            .eventHandlers(new Handler())
                            .build())
                    .messageSource(EmbeddedEventStore.builder()
                            .storageEngine(new InMemoryEventStorageEngine())
                            .build())
                    .tokenStore(new InMemoryTokenStore())
                    .transactionManager(NoTransactionManager.INSTANCE)
                    .coordinatorExecutor(threads)
                    .workerExecutor(threads)
                    .initialSegmentCount(segments));
        }

        @Override
        public Optional<StreamingEventProcessor> replay() {
            return Optional.ofNullable(replay);
        }
    }
}
