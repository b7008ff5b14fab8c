package io.orderflow.platform.eventstore;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
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

    private final AxonServerEventSource source;
    private final AppendListeners listeners = new AppendListeners();
    private final AtomicLong head = new AtomicLong();
    private final Thread reader;
    private volatile boolean closed;

    /**
     * Knows the head when it returns.
     *
     * @param servers where Axon Server is expected
     * @param patience how long to wait for it
     * @throws IllegalStateException when it does not answer in time
     */
    AxonServerAppendSignal(AxonServerEventSource source, String servers, Duration patience) {
        this.source = source;
        head.set(awaitHead(source, servers, patience));
        reader = new Thread(this::follow, "append-signal");
        reader.setDaemon(true);
        reader.start();
    }

    private static long awaitHead(AxonServerEventSource source, String servers, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return source.createHeadToken().position().orElseThrow();
            } catch (RuntimeException e) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("There is no Axon Server at %s yet.".formatted(servers), e);
                }
                LockSupport.parkNanos(AGAIN_NANOS);
            }
        }
    }

    private void follow() {
        while (!closed) {
            try (BlockingStream<TrackedEventMessage<?>> events =
                    source.openStream(new GlobalSequenceTrackingToken(head.get()))) {
                while (!closed) {
                    if (events.hasNextAvailable(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                        raise(newest(events));
                    }
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.debug("Axon Server is not there, will look again", e);
                LockSupport.parkNanos(AGAIN_NANOS);
            }
        }
    }

    /** Of those that have come by now: listeners are told once of many. */
    private static long newest(BlockingStream<TrackedEventMessage<?>> events) throws InterruptedException {
        long newest;
        do {
            newest = events.nextAvailable().trackingToken().position().orElseThrow();
        } while (events.peek().isPresent());
        return newest;
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
