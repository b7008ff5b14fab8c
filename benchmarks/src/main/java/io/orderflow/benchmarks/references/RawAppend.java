package io.orderflow.benchmarks.references;

import io.orderflow.benchmarks.Plan;
import io.orderflow.benchmarks.installation.Bench;
import io.orderflow.benchmarks.installation.Database;
import io.orderflow.benchmarks.installation.EventRow;
import io.orderflow.benchmarks.load.ClosedLoop;
import io.orderflow.benchmarks.measurements.LoadFigures;
import io.orderflow.benchmarks.measurements.Measurement;
import io.orderflow.benchmarks.measurements.Values;
import io.orderflow.benchmarks.report.Figure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows like those of a created order, each inserted and committed by itself by one of 16 writers, into a database of the same kind with the
 * same settings and the same table: what the store can do when nothing is shared, checked or put in order.
 */
public final class RawAppend implements Measurement {

    private static final String ID = "raw-append";
    private static final int WRITERS = 16;

    @Override
    public String name() {
        return ID;
    }

    @Override
    public List<Figure> figures(Plan plan) {
        return LoadFigures.of(ID, "raw append, 16 writers");
    }

    @Override
    public void measure(Bench bench, Values values) throws Exception {
        bench.orders().some();
        EventRow row;
        try (Connection events = bench.database().events()) {
            row = EventRow.newestCreated(events);
        }
        // it stays open, or H2 would close the file between two writers
        try (Connection connection = bench.database().beside()) {
            makeTables(connection, bench.database());
            values.put(
                    ID,
                    new ClosedLoop(WRITERS, bench.plan().warmUp(), bench.plan().measured())
                            .run(() -> new RawWriter(bench.database(), row)));
        }
    }

    private static void makeTables(Connection connection, Database database) throws SQLException, IOException {
        try (Statement sql = connection.createStatement()) {
            for (String table : List.of("domain_event", "snapshot_event", "append_lock")) {
                sql.execute("DROP TABLE IF EXISTS " + table);
            }
            for (String statement : schema(database.eventSchema()).split(";")) {
                if (!statement.isBlank()) {
                    sql.execute(statement);
                }
            }
        }
    }

    private static String schema(String resource) throws IOException {
        try (InputStream script = RawAppend.class.getResourceAsStream(resource)) {
            if (script == null) {
                throw new IllegalStateException("there is no " + resource);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.trim().startsWith("--"))
                    .collect(Collectors.joining("\n"));
        }
    }
}
