package io.orderflow.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/** Opens connection pools that give up quickly and do not keep what is broken. */
public final class ConnectionPools {

    private static final long WAIT_MILLIS = 2_000;
    private static final long VALIDATION_MILLIS = 1_000;
    // with the patience for a statement this must stay below the 3 s within which a caller is told
    private static final long SERVER_WAIT_MILLIS = 900;
    private static final long SERVER_VALIDATION_MILLIS = 500;
    private static final long SERVER_IDLE_MILLIS = 60_000;
    private static final int SERVER_KEPT_OPEN = 4;

    private ConnectionPools() {}

    /**
     * A pool of connections to an embedded database.
     *
     * @param name shown in logs and metrics
     * @param url its JDBC URL
     * @param connections how many at most; who waits longer than 2 s for one gets an exception
     */
    public static HikariDataSource embedded(String name, String url, int connections) {
        HikariDataSource pool = pool(name, url, connections, WAIT_MILLIS, VALIDATION_MILLIS);
        pool.setUsername("sa");
        pool.setPassword("");
        return pool;
    }

    /**
     * A pool of connections to a database server, without a user. A few are kept open, the others when they are needed:
     * a server has only so many for all who use it.
     *
     * @param name shown in logs and metrics
     * @param url its JDBC URL
     * @param connections how many at most; who waits longer than 0.9 s for one gets an exception
     */
    public static HikariDataSource server(String name, String url, int connections) {
        HikariDataSource pool = pool(name, url, connections, SERVER_WAIT_MILLIS, SERVER_VALIDATION_MILLIS);
        pool.setMinimumIdle(Math.min(SERVER_KEPT_OPEN, connections));
        pool.setIdleTimeout(SERVER_IDLE_MILLIS);
        return pool;
    }

    private static HikariDataSource pool(String name, String url, int connections, long wait, long validation) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(connections);
        pool.setConnectionTimeout(wait);
        pool.setValidationTimeout(validation);
        pool.setExceptionOverride(new EvictGoneConnections());
        return pool;
    }

    /**
     * Hikari knows a broken connection by SQL states that H2 does not use, and does not test one that was used a moment
     * ago: under load a connection to a process that is gone would be handed out again and again.
     */
    private static final class EvictGoneConnections implements SQLExceptionOverride {

        @java.lang.Override
        public Override adjudicate(SQLException e) {
            return DatabaseGone.isCauseOf(e) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
        }
    }
}
