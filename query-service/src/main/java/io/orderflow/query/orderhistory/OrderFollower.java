package io.orderflow.query.orderhistory;

import io.orderflow.query.platform.stream.EventStream;
import io.orderflow.query.platform.stream.Frame;

/** A client that follows one order. Used by one thread at a time. */
final class OrderFollower {

    private final EventStream stream;
    private long sent;
    private boolean catchingUp = true;
    private volatile boolean paused;

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
        return !paused && !stream.isClosed();
    }

    boolean isOn(EventStream other) {
        return stream.equals(other);
    }

    /**
     * Sends a version, if it is the client's next. While a client catches up it is given no more than it takes; after that,
     * one that does not keep up is dropped.
     */
    void send(long version, Frame frame) {
        if (version == sent + 1 && !(catchingUp && !stream.hasRoom())) {
            stream.send(frame);
            sent = version;
        }
    }

    /**
     * Says which version is the latest now.
     *
     * @param goOn what brings the next versions if there are more
     */
    void wasBroughtUpTo(long latest, boolean over, Runnable goOn) {
        if (sent < latest) {
            paused = true;
            stream.whenDrained(() -> {
                paused = false;
                goOn.run();
            });
        } else {
            catchingUp = false;
            if (over) {
                stream.end();
            }
        }
    }

    void end() {
        stream.end();
    }
}
