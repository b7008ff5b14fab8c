package io.orderflow.query.platform.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.platform.eventstore.AppendSignal;
import io.orderflow.query.platform.deadletter.DeadLetterOffice;
import io.orderflow.query.platform.freshness.HeldVersions;
import io.orderflow.query.platform.generation.LiveGenerations;
import io.orderflow.query.platform.generation.Reprojection;
import io.orderflow.query.platform.generation.TokenTable;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Compares each read model whose versions can be told, and mends any. */
@Configuration(proxyBeanMethods = false)
class ReconciliationConfiguration {

    @Bean
    StoredStreams storedStreams(@Qualifier("eventStoreDataSource") DataSource eventStore, EventStorageEngine events) {
        return new StoredStreams(eventStore, events);
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
