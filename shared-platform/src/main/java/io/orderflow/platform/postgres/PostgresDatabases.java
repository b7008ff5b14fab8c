package io.orderflow.platform.postgres;

import io.orderflow.platform.database.Databases;
import java.time.Duration;

/** Three schemas of PostgreSQL, the read models' perhaps on another server. */
public final class PostgresDatabases implements Databases {

    // a writer that stands still within an append stops all others
    private static final Duration IDLE_IN_APPEND = Duration.ofSeconds(5);
    // a step of a process waits for the commands it sends
    private static final Duration IDLE_IN_STEP = Duration.ofSeconds(30);

    private final PostgresDatabase events;
    private final PostgresDatabase processes;
    private final PostgresDatabase readModels;

    public PostgresDatabases(PostgresSettings settings) {
        PostgresDatabase.Login write =
                new PostgresDatabase.Login(settings.url(), settings.username(), settings.password());
        PostgresDatabase.Login read = new PostgresDatabase.Login(
                settings.readUrl() == null ? settings.url() : settings.readUrl(),
                settings.readUsername() == null ? settings.username() : settings.readUsername(),
                settings.readPassword() == null ? settings.password() : settings.readPassword());
        Duration patience = settings.statementTimeout();
        events = new PostgresDatabase(write, "events", patience, IDLE_IN_APPEND);
        processes = new PostgresDatabase(write, "processes", patience, IDLE_IN_STEP);
        readModels = new PostgresDatabase(read, "read_models", patience, IDLE_IN_STEP);
    }

    @Override
    public PostgresDatabase events() {
        return events;
    }

    @Override
    public PostgresDatabase processes() {
        return processes;
    }

    @Override
    public PostgresDatabase readModels() {
        return readModels;
    }
}
