package io.orderflow.query.platform.axon;

import io.orderflow.platform.eventstore.EmbeddedStoreSettings;
import java.nio.file.Path;
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
}
