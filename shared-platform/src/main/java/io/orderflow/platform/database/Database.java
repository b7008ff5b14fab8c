package io.orderflow.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** One database, or one schema of a database, in whichever mode the service runs. */
public interface Database {

    /**
     * Opens a pool of connections to it.
     *
     * @param name shown in logs and metrics
     * @param connections how many at most
     */
    HikariDataSource pool(String name, int connections);

    /** Says how its schema is migrated: over which connections, and where in the database. */
    void prepare(FluentConfiguration migration);
}
