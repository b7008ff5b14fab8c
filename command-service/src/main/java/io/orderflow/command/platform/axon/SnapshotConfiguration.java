package io.orderflow.command.platform.axon;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Snapshots of the aggregates that collect thousands of events, taken on a thread of their own. */
@Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {

    private static final int EVENTS_BETWEEN_SNAPSHOTS = 100;
    private static final int WAITING_AT_MOST = 100;

    /**
     * A snapshot that finds the queue full is refused, not dropped in silence: the snapshotter would take it for one in the
     * making for ever. The refusal comes after the commit and is logged there; the next event asks again.
     */
    @Bean(destroyMethod = "shutdown")
    ExecutorService snapshotExecutor() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING_AT_MOST),
                new AxonThreadFactory("snapshot"),
                new ThreadPoolExecutor.AbortPolicy());
    }

    @Bean
    Snapshotter snapshotter(
            EventStore eventStore,
            ExecutorService snapshotExecutor,
            ParameterResolverFactory parameterResolverFactory,
            HandlerDefinition handlerDefinition,
            org.axonframework.config.Configuration configuration) {
        return SpringAggregateSnapshotter.builder()
                .eventStore(eventStore)
                .transactionManager(NoTransactionManager.instance())
                .executor(snapshotExecutor)
                .parameterResolverFactory(parameterResolverFactory)
                .handlerDefinition(handlerDefinition)
                .repositoryProvider(configuration::repository)
                .build();
    }

    @Bean
    SnapshotTriggerDefinition productStockSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_BETWEEN_SNAPSHOTS);
    }
}
