package io.orderflow.command.platform.axon;

import io.orderflow.platform.postgres.TestPostgres;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ActiveProfiles("postgres")
class CommandServiceWiringOnPostgresTest extends CommandServiceWiring {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        TestPostgres.use(properties, TestPostgres.newDatabase());
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
