package io.orderflow.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/** Opens connection pools that give up quickly and do not keep what is broken. */
public final class ConnectionPools {

    private static final long WAIT_MILLIS = 2_000;
    private static final long VALIDATION_MILLIS = 1_000;

    private ConnectionPools() {}

    /**
     * A pool of connections to an embedded database.
     *
     * @param name shown in logs and metrics
     * @param url its JDBC URL
     * @param connections how many at most; who waits longer than 2 s for one gets an exception
     */
    public static HikariDataSource embedded(String name, String url, int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(url);
        pool.setUsername("sa");
        pool.setPassword("");
        pool.setMaximumPoolSize(connections);
        pool.setConnectionTimeout(WAIT_MILLIS);
        pool.setValidationTimeout(VALIDATION_MILLIS);
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
