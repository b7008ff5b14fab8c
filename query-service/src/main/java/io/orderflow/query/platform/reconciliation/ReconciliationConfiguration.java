package io.orderflow.query.platform.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.platform.axon.TokenTable;
import io.orderflow.platform.eventstore.AppendSignal;
import io.orderflow.platform.eventstore.EventSource;
import io.orderflow.query.platform.deadletter.DeadLetterOffice;
import io.orderflow.query.platform.freshness.HeldVersions;
import io.orderflow.query.platform.generation.LiveGenerations;
import io.orderflow.query.platform.generation.Reprojection;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Compares each read model whose versions can be told, and mends any. */
@Configuration(proxyBeanMethods = false)
class ReconciliationConfiguration {

    @Bean
    @Profile("!axonserver")
    StoredStreams storedStreams(@Qualifier("eventStoreDataSource") DataSource eventStore, EventStorageEngine events) {
        return new JdbcStoredStreams(eventStore, events);
    }

    @Bean
    @Profile("axonserver")
    StoredStreams streamedStreams(EventSource events, EventStore store) {
        return new StreamedStoredStreams(events, store);
    }

    @Bean
    Repair repair(List<HeldRows> rows, StoredStreams store, Reprojection reprojection) {
        return new Repair(rows, store, reprojection);
    }

    @Bean
    Reconciler reconciler(
            List<HeldVersions> versions,
            StoredStreams store,
            LiveGenerations generations,
            TokenTable tokens,
            DeadLetterOffice letters,
            AppendSignal signal,
            ReconciliationSettings settings,
            MeterRegistry metrics,
            Clock clock) {
        return new Reconciler(
                versions.stream()
                        .map(held -> new Comparison(held, store, generations, tokens, letters, clock))
                        .toList(),
                signal,
                settings,
                metrics,
                clock);
    }
}
