package io.orderflow.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
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

    /** The name of its own schema. */
    String schema();

    /** A schema beside its own one, with its own tables: named after this one where the database has other users. */
    String schemaBeside(String name);

    /** The statement that makes a connection look for tables in these schemas, the first before the others. */
    String lookIn(List<String> schemas);
}
