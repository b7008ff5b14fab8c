package io.orderflow.processes;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server that keeps what it acknowledges, and can be made to fail. */
public final class LocalPostgres implements AutoCloseable {

    private static final String DATABASE = "postgres";

    private final Path data;
    private EmbeddedPostgres server;

    public LocalPostgres() {
        try {
            data = Files.createTempDirectory("orderflow-postgres");
            server = start(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                // it is started again on what is there
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    /** Has a service use it. */
    public String[] settings() {
        return settings(port());
    }

    /**
     * Has a service use it by way of a proxy.
     *
     * @param port where the proxy listens
     */
    public String[] settings(int port) {
        return settings(port, DATABASE);
    }

    /** Makes another database in it, empty, and has a service use that one. */
    public String[] settingsOfNewDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(url());
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return settings(port(), name);
    }

    private static String[] settings(int port, String database) {
        return new String[] {
            "--spring.profiles.active=postgres",
            "--orderflow.postgres.url=jdbc:postgresql://127.0.0.1:" + port + "/" + database,
            "--orderflow.postgres.username=postgres"
        };
    }

    /** Where it listens; the same after it was started again. */
    public int port() {
        return server.getPort();
    }

    /** How to get to its database. */
    public String url() {
        return server.getJdbcUrl("postgres", DATABASE);
    }

    /** Ends every connection of the services, whatever is under way in it. Returns how many. */
    public int terminateBackends() {
        try (Connection connection = DriverManager.getConnection(url());
                Statement sql = connection.createStatement();
                ResultSet ended = sql.executeQuery("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                        + " WHERE application_name LIKE 'orderflow%'")) {
            ended.next();
            return ended.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The process that has started all its others. */
    public ProcessHandle handle() {
        try {
            return ProcessHandle.of(Long.parseLong(
                            Files.readAllLines(data.resolve("postmaster.pid")).get(0)))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as {@code pg_ctl stop -m immediate} does: without a checkpoint, so that it must recover from its log. */
    public void stopImmediately() {
        try {
            ProcessHandle postmaster = handle();
            Signals.send("QUIT", postmaster.pid());
            postmaster.onExit().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the server did not end", e);
        }
    }

    /** Starts it again after it was stopped, and waits until it answers. */
    public void startAgain() {
        try {
            int port = server.getPort();
            server.close();
            server = start(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            deleteData();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteData() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
