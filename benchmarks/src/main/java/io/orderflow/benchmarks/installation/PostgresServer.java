package io.orderflow.benchmarks.installation;

import io.orderflow.processes.LocalPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server of the run's own, that keeps what it acknowledges; a database for each installation. */
final class PostgresServer implements Database {

    private final LocalPostgres server = new LocalPostgres();
    private final Map<String, List<String>> installations = new HashMap<>();

    @Override
    public List<String> settings(String installation) {
        if (installation.equals(Bench.MAIN)) {
            return List.of(server.settings());
        }
        return installations.computeIfAbsent(installation, name -> List.of(server.settingsOfNewDatabase(name)));
    }

    @Override
    public List<String> plainSettings() {
        settings("defaults");
        return List.of(
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + server.port() + "/defaults",
                "--spring.datasource.username=postgres");
    }

    @Override
    public Connection events() throws SQLException {
        return open("events");
    }

    @Override
    public Connection beside() throws SQLException {
        try (Connection connection = open("public");
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE SCHEMA IF NOT EXISTS beside");
        }
        return open("beside");
    }

    private Connection open(String schema) throws SQLException {
        String url = server.url();
        return DriverManager.getConnection(
                url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema, "postgres", "");
    }

    @Override
    public String eventSchema() {
        return "/db/event-store-postgres/V1__event_store.sql";
    }

    @Override
    public Map<String, ProcessHandle> processes() {
        return Map.of("postgres", server.handle());
    }

    @Override
    public void close() {
        server.close();
    }
}
