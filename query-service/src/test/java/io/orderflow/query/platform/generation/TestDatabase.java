package io.orderflow.query.platform.generation;

import io.orderflow.platform.postgres.PostgresSettings;
import io.orderflow.query.platform.axon.TestEventStore;
import java.nio.file.Path;
import java.util.List;

/** An empty event store, and a place for read models. */
record TestDatabase(List<String> settings, String... profiles) {

    static TestDatabase onH2(Path data) {
        TestEventStore.createIn(data);
        return new TestDatabase(List.of("--orderflow.data-dir=" + data));
    }

    static TestDatabase onPostgres() {
        PostgresSettings database = TestEventStore.createOnPostgres();
        return new TestDatabase(
                List.of("--orderflow.postgres.url=" + database.url(), "--orderflow.postgres.username=postgres"),
                "postgres");
    }
}
