package io.orderflow.query.platform.axon;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
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

    /** Has a service use a database with an empty event store. */
    public static void use(DynamicPropertyRegistry properties) {
        String url = newDatabase();
        use(properties, url);
    }

    /** Has a service use a database. */
    public static void use(DynamicPropertyRegistry properties, String url) {
        properties.add("orderflow.postgres.url", () -> url);
        properties.add("orderflow.postgres.username", () -> "postgres");
    }

    /** Creates a database with an empty event store, as the command service does, and says how to get to it. */
    public static String newDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name);
        String url = SERVER.getJdbcUrl("postgres", name);
        Flyway.configure()
                .dataSource(url, "postgres", "")
                .schemas("events")
                .locations("classpath:db/event-store-postgres")
                .load()
                .migrate();
        return url;
    }

    /** Executes a statement in no database in particular. */
    public static void execute(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
