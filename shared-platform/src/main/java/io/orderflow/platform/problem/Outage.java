package io.orderflow.platform.problem;

import io.orderflow.platform.database.DatabaseGone;
import io.orderflow.platform.eventstore.AxonServerGone;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.lifecycle.ShutdownInProgressException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells failures that pass by themselves, or with a database or an Axon Server that comes back, from mistakes of ours. */
public final class Outage {

    /** Connection failures, rolled back by a conflict, out of resources, operator intervention. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57");

    private static final String TIMED_OUT = "HYT";

    /** PostgreSQL: a lock was not to be had in time. */
    private static final String LOCKED = "55P03";

    private Outage() {}

    /** Whether a failure, or one of its causes, passes by itself: what failed may be tried again as it is. */
    public static boolean isCauseOf(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (isOutage(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(Throwable e) {
        return e instanceof DataAccessResourceFailureException
                || e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof CannotCreateTransactionException
                || e instanceof TransactionSystemException transaction && isBrokenOff(transaction)
                || e instanceof LockAcquisitionFailedException
                || e instanceof ShutdownInProgressException
                || e instanceof RejectedExecutionException
                || AxonServerGone.isCauseOf(e)
                || e instanceof SQLException sql && isPassing(sql);
    }

    /** When the connection breaks within a transaction, that it cannot be rolled back hides why; the pool gives no state. */
    private static boolean isBrokenOff(TransactionSystemException e) {
        @Nullable Throwable hidden = e.getApplicationException();
        return e.getCause() instanceof SQLException sql && sql.getSQLState() == null
                || hidden != null && isCauseOf(hidden);
    }

    private static boolean isPassing(SQLException first) {
        int depth = 0;
        for (@Nullable SQLException e = first; e != null && depth < 20; e = e.getNextException(), depth++) {
            if (e instanceof SQLTransientException
                    || e instanceof SQLNonTransientConnectionException
                    || e instanceof SQLRecoverableException
                    || DatabaseGone.isCauseOf(e)
                    || isPassing(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (state.startsWith(TIMED_OUT)
                        || state.equals(LOCKED)
                        || PASSING_CLASSES.contains(state.substring(0, 2)));
    }
}
