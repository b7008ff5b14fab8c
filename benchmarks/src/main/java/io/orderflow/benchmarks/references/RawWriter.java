package io.orderflow.benchmarks.references;

import io.orderflow.benchmarks.installation.Database;
import io.orderflow.benchmarks.installation.EventRow;
import io.orderflow.benchmarks.load.Client;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Inserts one row after the other, each with a commit of its own. */
final class RawWriter implements Client {

    private final EventRow row;
    private final Connection connection;
    private final PreparedStatement insert;

    RawWriter(Database database, EventRow row) {
        this.row = row;
        try {
            connection = database.beside();
            insert = connection.prepareStatement(EventRow.INSERT);
        } catch (SQLException e) {
            throw new IllegalStateException("no rows can be written", e);
        }
    }

    @Override
    public boolean run() {
        try {
            row.ofStream("order-" + UUID.randomUUID(), 0).set(insert);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("a row cannot be written", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
