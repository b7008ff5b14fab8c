package io.orderflow.platform.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.orderflow.platform.database.ConnectionPools;
import io.orderflow.platform.database.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One schema of a database on a PostgreSQL server. */
public final class PostgresDatabase implements Database {

    private static final int CONNECT_SECONDS = 2;

    private final Login login;
    private final String schema;
    private final Duration patience;
    private final Duration idleInTransaction;

    /**
     * @param schema created when it is missing
     * @param patience how long a statement may take; also how long a server is waited for that says nothing
     * @param idleInTransaction after how long the server ends a transaction that does nothing and holds its locks
     */
    PostgresDatabase(Login login, String schema, Duration patience, Duration idleInTransaction) {
        this.login = login;
        this.schema = schema;
        this.patience = patience;
        this.idleInTransaction = idleInTransaction;
    }

    @Override
    public HikariDataSource pool(String name, int connections) {
        HikariDataSource pool = ConnectionPools.server(name, login.url(), connections);
        pool.setUsername(login.username());
        pool.setPassword(login.password());
        pool.setDataSourceProperties(bounded(name));
        return pool;
    }

    /** Over connections of its own: an index on a large table takes longer than a statement of a request may. */
    @Override
    public void prepare(FluentConfiguration migration) {
        DriverManagerDataSource unbounded =
                new DriverManagerDataSource(login.url(), login.username(), login.password());
        unbounded.setConnectionProperties(common("migration"));
        migration.dataSource(unbounded).schemas(schema);
    }

    @Override
    public String schema() {
        return schema;
    }

    @Override
    public String schemaBeside(String name) {
        return schema + "_" + name;
    }

    @Override
    public String lookIn(List<String> schemas) {
        return "SET search_path TO " + String.join(", ", schemas);
    }

    /**
     * Opens a connection that belongs to no pool.
     *
     * @param name shown by the server
     */
    public Connection connect(String name) throws SQLException {
        Properties properties = bounded(name);
        properties.setProperty("user", login.username());
        properties.setProperty("password", login.password());
        return DriverManager.getConnection(login.url(), properties);
    }

    /** Without an end to its patience a thread would wait for a hung server, or a lost network, for hours. */
    private Properties bounded(String name) {
        Properties properties = common(name);
        long socketSeconds = Math.max(1, patience.plusMillis(999).toSeconds());
        properties.setProperty("socketTimeout", Long.toString(socketSeconds));
        // the server gives up first, as a rule: the connection stays usable then
        long statementMillis = Math.max(1, patience.toMillis() * 9 / 10);
        properties.setProperty(
                "options",
                "-c statement_timeout=%d -c idle_in_transaction_session_timeout=%d"
                        .formatted(statementMillis, idleInTransaction.toMillis()));
        return properties;
    }

    private Properties common(String name) {
        Properties properties = new Properties();
        properties.setProperty("currentSchema", schema);
        properties.setProperty("ApplicationName", "orderflow " + name);
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        // otherwise the text of an exception holds the rows that were refused, and a log the names of customers
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    /** How to log in to a database. */
    record Login(String url, String username, String password) {

        @Override
        public String toString() {
            return username + " at " + url;
        }
    }
}
