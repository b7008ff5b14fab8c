package io.orderflow.platform.eventstore;

import io.orderflow.platform.database.CloseOnExit;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the file of the embedded event store small. Each commit writes the pages it changed as a new chunk, of which the
 * next commits replace most; what is left must be collected into new chunks for the space to be used again. H2 does this
 * itself only when it writes with a delay, which loses acknowledged commits. The process that holds the file does it, a
 * little at a time, and the other one nothing. It also closes the file when its service has ended, and not before: see
 * {@link CloseOnExit}.
 */
final class EmbeddedStoreHousekeeping implements AutoCloseable {

    /** Per cent of the bytes in chunks that are still in use, below which chunks are rewritten. */
    static final int TARGET_FILL_RATE = 50;

    private static final Logger log = LoggerFactory.getLogger(EmbeddedStoreHousekeeping.class);
    private static final long INTERVAL_MILLIS = 200;
    private static final int ROUNDS_BETWEEN_LOOKS = 50;
    // no commit can happen while chunks are rewritten, so it has to be quick: some milliseconds
    private static final int BYTES_AT_ONCE = 512 * 1024;
    private static final long CLOSE_SECONDS = 5;

    private final String url;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("event-store-housekeeping"));
    private @Nullable Connection connection;
    /** The database, if this process has the file. */
    private @Nullable Database ours;

    private int roundsUntilNextLook = ROUNDS_BETWEEN_LOOKS;

    EmbeddedStoreHousekeeping(EmbeddedStoreSettings settings) {
        this.url = settings.eventStoreUrl();
        thread.scheduleWithFixedDelay(this::tidy, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tidy() {
        try {
            if (connection == null || !connection.isValid(1)) {
                // not one of a pool: used so often, a broken one would never be tested there
                connection = DriverManager.getConnection(url, "sa", "");
            }
            if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
                if (session.getDatabase() != ours) {
                    ours = session.getDatabase();
                    CloseOnExit.leaveToUs(ours);
                }
                MVStore file = session.getDatabase().getStore().getMvStore();
                file.compact(TARGET_FILL_RATE, BYTES_AT_ONCE);
            } else if (--roundsUntilNextLook <= 0) {
                // H2 reconnects such a connection over the network even to a file that this process has taken over
                roundsUntilNextLook = ROUNDS_BETWEEN_LOOKS;
                disconnect();
                connection = null;
            }
        } catch (SQLException | RuntimeException e) {
            // the store is being taken over by the other process, or closed
            log.debug("no housekeeping this time", e);
        }
    }

    private void disconnect() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            log.debug("closed already", e);
        }
    }

    /** Even while the other process uses the file: it is told so, and opens the file itself. */
    private void closeFile() {
        try {
            if (connection != null && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SHUTDOWN");
                }
            }
        } catch (SQLException e) {
            log.debug("closed already", e);
        }
        disconnect();
    }

    /** Returns when the file is let go of: what comes after may move or delete it. */
    @Override
    public void close() {
        thread.execute(this::closeFile);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("the housekeeping of the event store did not end within {} s", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
