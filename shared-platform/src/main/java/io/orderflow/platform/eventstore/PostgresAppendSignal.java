package io.orderflow.platform.eventstore;

import io.orderflow.platform.postgres.PostgresDatabase;
import io.orderflow.platform.postgres.PostgresListener;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * An {@link AppendSignal} between processes anywhere: each append notifies in its own transaction, so PostgreSQL tells of
 * it if and when it is committed. What is visible there is durable, so the head may also be read from the table, which
 * makes up for a notification that was lost with its connection.
 */
final class PostgresAppendSignal implements AppendSignal, PostgresListener.Subscriber, AutoCloseable {

    private static final String CHANNEL = "orderflow_events";
    private static final String UNDEFINED_TABLE = "42P01";

    /** Reads the head and tells all who listen, when the transaction is committed. */
    static final String READ_AND_NOTIFY =
            "SELECT head, pg_notify('%s', head::text) FROM (SELECT max(global_index) AS head FROM domain_event) AS newest"
                    .formatted(CHANNEL);

    private static final String READ = "SELECT max(global_index) FROM domain_event";

    private final AppendListeners listeners = new AppendListeners();
    private final AtomicLong head = new AtomicLong();
    private final PostgresListener listening;

    PostgresAppendSignal(PostgresDatabase events) {
        try (Connection connection = events.connect("head")) {
            head.set(readHead(connection)); // known from the beginning: a reader at 0 would seem to have read all
        } catch (SQLException e) {
            throw new EventStoreException("cannot read the head of the event store", e);
        }
        listening = new PostgresListener(events, CHANNEL, this);
    }

    @Override
    public void raise(long newest) {
        if (head.getAndAccumulate(newest, Math::max) < newest) {
            listeners.tell();
        }
    }

    @Override
    public long head() {
        return head.get();
    }

    @Override
    public Runnable subscribe(Runnable listener) {
        return listeners.add(listener);
    }

    @Override
    public void heard(int from, String message) {
        if (!message.isEmpty()) { // as it is for an empty store
            raise(Long.parseLong(message));
        }
    }

    @Override
    public void lookAgain(Connection connection) throws SQLException {
        raise(readHead(connection));
    }

    private static long readHead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery(READ)) {
            return newest.next() ? newest.getLong(1) : 0;
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return 0; // the command service has yet to create it
            }
            throw e;
        }
    }

    @Override
    public void close() {
        listening.close();
    }
}
