package io.orderflow.platform.database;

import java.sql.SQLException;
import java.util.Set;

/** Tells that a database, or the process that served it, is no longer there, or not for this connection. */
public final class DatabaseGone {

    /** H2 has states of its own: closed, connection broken, closed by shutdown, in use by another process. */
    private static final Set<String> H2 = Set.of("90067", "90098", "90121", "90020", "90007");

    /**
     * PostgreSQL: stopped by an administrator, crashed, starting up, database dropped, idle for too long, in a transaction
     * idle or open for too long, and read-only after another server has taken over.
     */
    private static final Set<String> POSTGRES =
            Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04", "25006");

    private static final String CONNECTION_FAILURE = "08";

    private DatabaseGone() {}

    /** Whether the exception says so. */
    public static boolean isCauseOf(SQLException e) {
        String state = e.getSQLState();
        return state != null
                && (state.startsWith(CONNECTION_FAILURE) || H2.contains(state) || POSTGRES.contains(state));
    }
}
