package io.orderflow.platform.eventstore;

import java.sql.SQLException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;

/**
 * Tells a conflict with another writer from a failure. Axon's own resolver looks only at causes, but H2 and PostgreSQL
 * hide the duplicate key of a batch insert behind {@link SQLException#getNextException()}; a conflict would then pass
 * for a failure that is never retried.
 */
final class DuplicateKeyResolver implements PersistenceExceptionResolver {

    private static final String UNIQUE_VIOLATION = "23505";

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            SQLException sql = cause instanceof SQLException s ? s : null;
            while (sql != null) {
                if (UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                    return true;
                }
                sql = sql.getNextException();
            }
        }
        return false;
    }
}
