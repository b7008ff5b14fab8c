package io.orderflow.platform.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what is said on a notification channel, over a connection of its own that is opened again whenever it breaks.
 * Notifications that came meanwhile are lost, so the subscriber is told to look for itself: then, and now and then.
 */
public final class PostgresListener implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresListener.class);
    private static final int LOOK_AGAIN_MILLIS = 500;
    private static final long RECONNECT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** Called by one thread, which hears nothing more until the call returns. */
    public interface Subscriber {

        /**
         * Takes a notification.
         *
         * @param from the server's process of the connection that sent it
         */
        void heard(int from, String message);

        /**
         * Looks for what no notification has told.
         *
         * @param connection to the same schema
         * @throws SQLException to have the connection opened again
         */
        void lookAgain(Connection connection) throws SQLException;
    }

    private final PostgresDatabase database;
    private final String channel;
    private final Subscriber subscriber;
    private final Thread thread;
    private volatile boolean closed;
    private boolean disconnected;

    /** Starts to listen, in the background. */
    public PostgresListener(PostgresDatabase database, String channel, Subscriber subscriber) {
        this.database = database;
        this.channel = channel;
        this.subscriber = subscriber;
        this.thread = new Thread(this::run, channel + "-listener");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!closed) {
            try (Connection connection = database.connect(channel + " listener")) {
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                if (!disconnected && !closed) {
                    log.warn("not listening on {}, will try again: {}", channel, e.toString());
                }
                disconnected = true;
                LockSupport.parkNanos(RECONNECT_NANOS);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + channel);
        }
        while (!closed) {
            subscriber.lookAgain(connection); // first after LISTEN, so that nothing falls between
            if (disconnected) {
                log.info("listening on {} again", channel);
                disconnected = false;
            }
            hear(connection.unwrap(PGConnection.class));
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MILLIS);
        long left = LOOK_AGAIN_MILLIS;
        while (left > 0 && !closed) {
            @Nullable PGNotification @Nullable [] notifications = connection.getNotifications((int) left);
            if (notifications != null) {
                for (PGNotification notification : notifications) {
                    subscriber.heard(notification.getPID(), notification.getParameter());
                }
            }
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
    }

    /** Returns at once; the connection ends within half a second. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
