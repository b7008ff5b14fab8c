package io.orderflow.platform.eventstore;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An {@link AppendSignal} where Axon Server says itself what was appended: a stream of all events, of which only the
 * positions are looked at. What Axon Server gives out is committed there.
 */
final class AxonServerAppendSignal implements AppendSignal, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AxonServerAppendSignal.class);
    private static final int LOOK_MILLIS = 500;
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int ANSWER_MILLIS = 2_000;
    private static final int BUFFER = 1_000;

    private final AxonServerConnectionManager connections;
    private final String context;
    private final AppendListeners listeners = new AppendListeners();
    private final AtomicLong head = new AtomicLong();
    private final Thread reader;
    private volatile boolean closed;

    /**
     * Knows the head when it returns.
     *
     * @param server where Axon Server is expected
     * @param patience how long to wait for it
     * @throws IllegalStateException when it does not answer in time
     */
    AxonServerAppendSignal(AxonServerConnectionManager connections, AxonServerConfiguration server, Duration patience) {
        this.connections = connections;
        this.context = server.getContext();
        head.set(awaitHead(server.getServers(), patience));
        reader = new Thread(this::follow, "append-signal");
        reader.setDaemon(true);
        reader.start();
    }

    private long awaitHead(String servers, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                Long last = channel().getLastToken().get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
                return last == null ? 0 : AxonServerEventSource.position(last);
            } catch (ExecutionException | TimeoutException | RuntimeException e) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("There is no Axon Server at %s yet.".formatted(servers), e);
                }
                LockSupport.parkNanos(AGAIN_NANOS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private EventChannel channel() {
        return connections.getConnection(context).eventChannel();
    }

    private void follow() {
        while (!closed) {
            try {
                followOneStream();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.debug("Axon Server is not there, will look again", e);
            }
            LockSupport.parkNanos(AGAIN_NANOS);
        }
    }

    private void followOneStream() throws InterruptedException {
        EventStream events = channel().openStream(AxonServerEventSource.index(head.get()), BUFFER);
        try {
            while (!closed && !events.isClosed()) {
                EventWithToken event = events.nextIfAvailable(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                long newest = 0;
                while (event != null) { // listeners are told once of all that have come by now
                    newest = AxonServerEventSource.position(event.getToken());
                    event = events.nextIfAvailable();
                }
                raise(newest);
            }
        } finally {
            events.close();
        }
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
    public void close() {
        closed = true;
        reader.interrupt(); // it waits for events, and uses no database
    }
}
