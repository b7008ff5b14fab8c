package io.orderflow.query.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.platform.postgres.TestPostgres;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ActiveProfiles("postgres")
class QueryServiceWiringOnPostgresTest extends QueryServiceWiring {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        TestPostgres.use(properties, TestEventStore.createOnPostgres());
    }

    @Override
    String appendSignal() {
        return "PostgresAppendSignal";
    }

    @Override
    String databases() {
        return "PostgresDatabases";
    }

    @Test
    void events_are_read_by_the_jdbc_engine() {
        assertThat(only(EventStorageEngine.class)).isInstanceOf(JdbcEventStorageEngine.class);
    }
}
