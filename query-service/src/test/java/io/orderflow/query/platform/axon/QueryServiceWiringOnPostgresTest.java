package io.orderflow.query.platform.axon;

import io.orderflow.platform.postgres.TestPostgres;
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
}
