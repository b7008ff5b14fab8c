package io.orderflow.benchmarks.installation;

import io.orderflow.platform.eventstore.EmbeddedStoreSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** H2 files, in a folder for each installation. */
record H2Files(Path folder) implements Database {

    @Override
    public List<String> settings(String installation) {
        return List.of();
    }

    @Override
    public List<String> plainSettings() {
        return List.of("--spring.datasource.url=jdbc:h2:file:"
                + folder.resolve("defaults").toAbsolutePath().normalize());
    }

    @Override
    public Connection events() throws SQLException {
        return open(folder);
    }

    @Override
    public Connection beside() throws SQLException {
        return open(folder.resolve("beside"));
    }

    private static Connection open(Path data) throws SQLException {
        return DriverManager.getConnection(new EmbeddedStoreSettings(data).eventStoreUrl(), "sa", "");
    }

    @Override
    public String eventSchema() {
        return "/db/event-store/V1__event_store.sql";
    }

    @Override
    public Map<String, ProcessHandle> processes() {
        return Map.of();
    }

    @Override
    public void close() {
        // a file is closed with its last connection
    }
}
