package io.orderflow.platform.eventstore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Lets appends that come at the same time share one commit. Whoever finds nobody writing writes, in one transaction,
 * for all that wait; those that come meanwhile are the next group. A single writer never waits for company.
 */
final class GroupCommit {

    private static final int APPENDS_AT_MOST = 128;

    /** Writes events in one transaction: all of them durably, or none. */
    interface Transaction {

        /**
         * @throws ConcurrencyException when one of the events has a version that is taken; nothing was written
         * @throws AggregateStreamCreationException when that is the first version; nothing was written
         * @throws RuntimeException on any other failure; the outcome may then be unknown
         */
        void write(List<EventMessage<?>> events);
    }

    private final Transaction transaction;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition groupWritten = lock.newCondition();
    private final Deque<Append> waiting = new ArrayDeque<>();
    private boolean writing;

    /**
     * @param patience how long an append waits for what others write
     */
    GroupCommit(Transaction transaction, Duration patience) {
        this.transaction = transaction;
        this.patience = patience;
    }

    /**
     * Returns when the events are durable, and throws what {@link Transaction#write} would have thrown for them alone.
     *
     * @throws EventStoreException when others take too long; nothing was written
     * @throws AppendOutcomeUnknown when the others whose transaction it shares take too long
     */
    void append(List<? extends EventMessage<?>> events) {
        Append append = new Append(events);
        long deadline = System.nanoTime() + patience.toNanos();
        lock.lock();
        try {
            waiting.add(append);
            while (!append.done) {
                if (writing) {
                    awaitGroup(append, deadline);
                } else {
                    writeGroup();
                }
            }
        } finally {
            lock.unlock();
        }
        if (append.failure != null) {
            throw append.failure;
        }
    }

    private void awaitGroup(Append append, long deadline) {
        boolean interrupted = Thread.interrupted();
        try {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw waiting.remove(append) ? notBegun(tooSlow()) : new AppendOutcomeUnknown(tooSlow());
            }
            groupWritten.awaitNanos(left);
        } catch (InterruptedException e) {
            // an append that has begun cannot be called back
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static EventStoreException notBegun(TransientDataAccessException because) {
        return new EventStoreException("the append was not begun, nothing was written", because);
    }

    private QueryTimeoutException tooSlow() {
        return new QueryTimeoutException("another append took more than " + patience.toMillis() + " ms");
    }

    /** How many appends wait for the next write. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void writeGroup() {
        List<Append> group = new ArrayList<>();
        while (group.size() < APPENDS_AT_MOST && !waiting.isEmpty()) {
            group.add(waiting.remove());
        }
        writing = true;
        lock.unlock();
        try {
            write(group);
        } finally {
            lock.lock();
            writing = false;
            group.forEach(append -> append.done = true);
            groupWritten.signalAll();
        }
    }

    private void write(List<Append> group) {
        try {
            List<EventMessage<?>> events = new ArrayList<>();
            group.forEach(append -> events.addAll(append.events));
            transaction.write(events);
            group.forEach(append -> append.failure = null);
        } catch (ConcurrencyException | AggregateStreamCreationException e) {
            if (group.size() == 1) {
                group.get(0).failure = e;
            } else {
                writeEach(group);
            }
        } catch (RuntimeException e) {
            group.forEach(append -> append.failure = e);
        }
    }

    /** The others must not fail for the one that lost its race. But a fault is met once, and not by each of them in turn. */
    private void writeEach(List<Append> group) {
        RuntimeException fault = null;
        for (Append append : group) {
            if (fault != null) {
                append.failure = notBegun(new TransientDataAccessResourceException("another append failed", fault));
            } else {
                write(List.of(append));
                fault = append.failure == null || isConflict(append.failure) ? null : append.failure;
            }
        }
    }

    private static boolean isConflict(RuntimeException failure) {
        return failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException;
    }

    private static final class Append {

        private final List<? extends EventMessage<?>> events;
        private boolean done;
        // nobody may take for a success what was never written, whatever stopped the writer
        private @Nullable RuntimeException failure = new EventStoreException("the append was not carried out");

        private Append(List<? extends EventMessage<?>> events) {
            this.events = events;
        }
    }
}
