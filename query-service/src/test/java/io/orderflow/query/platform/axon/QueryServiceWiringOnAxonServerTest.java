package io.orderflow.query.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.platform.axonserver.SilentAxonServer;
import io.orderflow.platform.eventstore.EventSource;
import io.orderflow.platform.postgres.TestPostgres;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.axonserver.connector.event.axon.EventProcessorInfoConfiguration;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ActiveProfiles("axonserver")
class QueryServiceWiringOnAxonServerTest extends QueryServiceWiring {

    private static final SilentAxonServer SERVER = new SilentAxonServer();

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry properties) {
        properties.add("axon.axonserver.servers", SERVER::address);
        TestPostgres.use(properties, TestPostgres.newDatabase());
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Override
    String appendSignal() {
        return "AxonServerAppendSignal";
    }

    @Override
    String databases() {
        return "PostgresDatabases";
    }

    @Override
    Class<? extends QueryBus> queryBus() {
        return AxonServerQueryBus.class;
    }

    @Override
    Class<? extends EventBus> eventStore() {
        return AxonServerEventStore.class;
    }

    @Override
    Class<? extends EventSource> eventSource() {
        return only(EventSource.class).getClass();
    }

    @Test
    void nothing_is_left_that_would_read_events_from_a_database() {
        assertThat(context.getBeansOfType(EventStorageEngine.class)).isEmpty();
        assertThat(context.containsBean("eventStoreDataSource")).isFalse();
        assertThat(only(EventSource.class).getClass().getSimpleName()).isEqualTo("AxonServerEventSource");
        assertThat(only(EventProcessorInfoConfiguration.class)).isNotNull();
    }

    /** Only a real server could say so. */
    @Override
    void a_query_that_nobody_answers_is_a_specific_error() {}
}
