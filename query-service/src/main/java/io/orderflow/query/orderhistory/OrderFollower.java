package io.orderflow.query.orderhistory;

import io.orderflow.query.platform.stream.EventStream;
import io.orderflow.query.platform.stream.Frame;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client that follows one order. Is given no more than it takes; what it has not been given can be read again. Dropped
 * when the order goes on without it for too long.
 */
final class OrderFollower {

    /** As many versions as a buffer holds frames. */
    private static final int MISSED_AT_MOST = EventStream.FRAMES_AT_MOST;

    private final EventStream stream;
    private final AtomicInteger missed = new AtomicInteger();
    private volatile boolean full;
    private long sent; // used by one thread at a time, as is the next
    private boolean waits;

    /** @param sent the last version that the client has; -1 for none */
    OrderFollower(EventStream stream, long sent) {
        this.stream = stream;
        this.sent = sent;
    }

    /** The last version that was sent. */
    long sent() {
        return sent;
    }

    /** Whether it takes versions now. */
    boolean isReady() {
        return !full && !stream.isClosed();
    }

    boolean isOn(EventStream other) {
        return stream.equals(other);
    }

    /** Takes note of a new version, on any thread. */
    void changed() {
        if (full && missed.incrementAndGet() > MISSED_AT_MOST) {
            stream.drop();
        }
    }

    /**
     * Sends a version if it is the client's next and there is room for it. To be called with all that there are from the
     * client's next on, in their order; one is missing only if the history goes on without it, by somebody's decision.
     */
    void send(long version, Frame frame) {
        if (version <= sent || waits) {
            return;
        }
        if (stream.hasRoom()) {
            stream.send(frame);
            sent = version;
        } else {
            waits = true;
        }
    }

    /**
     * Says which version is the latest, after all were sent that could be.
     *
     * @param over whether there will be none after it
     * @param goOn run when the client can be sent more, if there is more
     */
    void sentUpTo(long latest, boolean over, Runnable goOn) {
        waits = false;
        if (sent < latest) {
            full = true;
            stream.whenDrained(() -> {
                missed.set(0);
                full = false;
                goOn.run();
            });
        } else if (over) {
            stream.end();
        }
    }
}
