package io.orderflow.query.platform.axon;

import io.orderflow.platform.eventstore.EmbeddedStoreSettings;
import io.orderflow.platform.postgres.PostgresSettings;
import io.orderflow.platform.postgres.TestPostgres;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The event store that a query service waits for at its start. */
public final class TestEventStore {

    private TestEventStore() {}

    /** Creates an empty one, as the command service does. */
    public static void createIn(Path data) {
        new ResourceDatabasePopulator(new ClassPathResource("db/event-store/V1__event_store.sql"))
                .execute(new DriverManagerDataSource(new EmbeddedStoreSettings(data).eventStoreUrl(), "sa", ""));
    }

    /** Creates an empty one on PostgreSQL, as the command service does, and says where. */
    public static PostgresSettings createOnPostgres() {
        PostgresSettings database = TestPostgres.newDatabase();
        Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .schemas("events")
                .locations("classpath:db/event-store-postgres")
                .load()
                .migrate();
        return database;
    }
}
