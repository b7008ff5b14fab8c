package io.orderflow.system;

import io.orderflow.platform.eventstore.EmbeddedStoreSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The deadlines in a data folder of the embedded mode, on which no service runs. */
public final class StoredDeadlines {

    private StoredDeadlines() {}

    /** When each of them will come. */
    public static List<Instant> of(Path data) throws SQLException {
        List<Instant> times = new ArrayList<>();
        String processes = new EmbeddedStoreSettings(data).processStoreUrl();
        try (Connection connection = DriverManager.getConnection(processes, "sa", "");
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT execution_time FROM scheduled_tasks")) {
            while (row.next()) {
                times.add(row.getObject(1, OffsetDateTime.class).toInstant());
            }
        }
        return times;
    }
}
