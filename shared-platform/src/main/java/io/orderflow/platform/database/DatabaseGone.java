package io.orderflow.platform.database;

import java.sql.SQLException;
import java.util.Set;

/** Tells that H2, or the process that served it, is no longer there. */
public final class DatabaseGone {

    /** H2 has states of its own: closed, connection broken, closed by shutdown, in use by another process. */
    private static final Set<String> STATES = Set.of("90067", "90098", "90121", "90020", "90007");

    private DatabaseGone() {}

    /** Whether the exception says so. */
    public static boolean isCauseOf(SQLException e) {
        return e.getSQLState() != null && STATES.contains(e.getSQLState());
    }
}
