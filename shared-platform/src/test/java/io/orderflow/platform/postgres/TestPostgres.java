package io.orderflow.platform.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A PostgreSQL server for all tests, that keeps what it acknowledges. */
public final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestPostgres() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates an empty database and says how to get to it. */
    public static PostgresSettings newDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        execute(SERVER.getJdbcUrl("postgres", "postgres"), "CREATE DATABASE " + name);
        return settings(SERVER.getJdbcUrl("postgres", name));
    }

    /** Has a service use a database. */
    public static void use(DynamicPropertyRegistry properties, PostgresSettings database) {
        properties.add("orderflow.postgres.url", database::url);
        properties.add("orderflow.postgres.username", database::username);
    }

    /** The settings for a database. */
    public static PostgresSettings settings(String url) {
        return new PostgresSettings(url, "postgres", "", null, null, null, Duration.ofSeconds(2));
    }

    /** Executes a statement in a database. */
    public static void execute(String url, String statement) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
