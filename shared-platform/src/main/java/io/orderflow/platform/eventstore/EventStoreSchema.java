package io.orderflow.platform.eventstore;

import io.orderflow.platform.database.Databases;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables of the event store, where it is in a database. */
final class EventStoreSchema {

    private static final String HISTORY = "event_store_schema_history";

    private EventStoreSchema() {}

    /** Creates what is missing. */
    static void migrate(DataSource store, Databases databases, EventStoreDialect dialect) {
        FluentConfiguration migration =
                Flyway.configure().dataSource(store).locations(dialect.schema()).table(HISTORY);
        databases.events().prepare(migration);
        migration.load().migrate();
    }
}
