package io.orderflow.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A PostgreSQL server that keeps what it acknowledges. */
final class TestPostgres implements AutoCloseable {

    private final EmbeddedPostgres server;

    TestPostgres() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has a service use it. */
    String[] settings() {
        return new String[] {
            "--spring.profiles.active=postgres",
            "--orderflow.postgres.url=" + server.getJdbcUrl("postgres", "postgres"),
            "--orderflow.postgres.username=postgres"
        };
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
