package io.orderflow.platform.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notifications over a connection of its own, in transactions that do nothing else. One in the transaction that it
 * tells of would be told without fail, but the server lets only one notifying transaction commit at a time, in all its
 * databases: it would have each wait until the one before it is on the disk.
 */
public final class PostgresTeller implements AutoCloseable {

    /** What the server takes in one notification at most, in bytes. */
    public static final int MESSAGE_BYTES = 7_999;

    private static final Logger log = LoggerFactory.getLogger(PostgresTeller.class);
    private static final String NOTIFY = "SELECT pg_notify(?, ?)";

    private final PostgresDatabase database;
    private final String channel;
    private final Supplier<List<String>> messages;
    private final Semaphore work = new Semaphore(0);
    private final AtomicBoolean awake = new AtomicBoolean();
    private final Thread thread;
    private @Nullable Connection connection;
    private volatile int serverProcess;
    private volatile boolean closed;

    /** @param messages gives what is to be sent now, once; asked by one thread after it was woken */
    public PostgresTeller(PostgresDatabase database, String channel, Supplier<List<String>> messages) {
        this.database = database;
        this.channel = channel;
        this.messages = messages;
        this.thread = new Thread(this::run, channel + "-teller");
        thread.setDaemon(true);
        thread.start();
    }

    /** Has the messages sent that there are. Returns at once. */
    public void wake() {
        if (awake.compareAndSet(false, true)) {
            work.release();
        }
    }

    /** The server's process that sends them, by which they are known when they come back. */
    public int serverProcess() {
        return serverProcess;
    }

    private void run() {
        try {
            while (!closed) {
                work.acquire();
                awake.set(false);
                List<String> due = messages.get();
                if (!due.isEmpty()) {
                    tell(due);
                }
            }
        } catch (InterruptedException e) {
            log.debug("the service stops");
        } finally {
            disconnect();
        }
    }

    private void tell(List<String> due) {
        try {
            send(due);
        } catch (SQLException first) {
            disconnect(); // it may have been broken for long, and only now be noticed
            try {
                send(due);
            } catch (SQLException e) {
                disconnect();
                log.warn("others could not be told on {}, they will find out: {}", channel, e.toString());
            }
        }
    }

    private void send(List<String> due) throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = database.connect(channel + " teller");
            connection = open;
            serverProcess = open.unwrap(PGConnection.class).getBackendPID();
        }
        try (PreparedStatement notify = open.prepareStatement(NOTIFY)) {
            for (String message : due) {
                notify.setString(1, channel);
                notify.setString(2, message);
                notify.execute();
            }
        }
    }

    private void disconnect() {
        Connection broken = connection;
        connection = null;
        try {
            if (broken != null) {
                broken.close();
            }
        } catch (SQLException e) {
            log.debug("closed already", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
