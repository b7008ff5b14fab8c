package io.orderflow.platform.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Looks whether the server keeps what it acknowledges. With {@code fsync} or {@code synchronous_commit} off it does not, and
 * with the latter it also shows events that it may still lose; without {@code full_page_writes} a page that was written by
 * half is not repaired. Each may be switched off while the services run.
 */
public final class PostgresDurability implements HealthIndicator {

    private static final String UNSAFE = "SELECT name FROM pg_settings"
            + " WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY name";

    private static final long GOOD_FOR_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final PostgresDatabase events;
    private @Nullable Health last;
    private long lastAt;

    public PostgresDurability(PostgresDatabase events) {
        this.events = events;
    }

    /**
     * To be called at the start.
     *
     * @throws IllegalStateException if the server may lose what it acknowledges, or cannot be asked
     */
    public void require() {
        try {
            List<String> unsafe = unsafeSettings();
            if (!unsafe.isEmpty()) {
                throw new IllegalStateException(
                        "PostgreSQL may lose what it acknowledges: switch on " + String.join(" and ", unsafe));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL cannot be reached: " + e.getMessage(), e);
        }
    }

    /** Looks again after two seconds at the earliest. */
    @Override
    public synchronized Health health() {
        Health known = last;
        if (known == null || System.nanoTime() - lastAt > GOOD_FOR_NANOS) {
            known = look();
            last = known;
            lastAt = System.nanoTime();
        }
        return known;
    }

    private Health look() {
        try {
            List<String> unsafe = unsafeSettings();
            return unsafe.isEmpty()
                    ? Health.up().build()
                    : Health.down().withDetail("off", unsafe).build();
        } catch (SQLException e) {
            return Health.down()
                    .withDetail("state", String.valueOf(e.getSQLState()))
                    .build();
        }
    }

    private List<String> unsafeSettings() throws SQLException {
        // of a connection of its own, as new ones are: what was set for a session says nothing of the others
        try (Connection connection = events.connect("durability");
                Statement statement = connection.createStatement();
                ResultSet settings = statement.executeQuery(UNSAFE)) {
            List<String> unsafe = new ArrayList<>();
            while (settings.next()) {
                unsafe.add(settings.getString(1));
            }
            return unsafe;
        }
    }
}
