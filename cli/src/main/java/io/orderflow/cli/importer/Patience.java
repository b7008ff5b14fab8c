package io.orderflow.cli.importer;

import java.time.Duration;

/**
 * Ends when nothing at all has moved for a while. One stuck order does not end it as long as others go on, and a service
 * that is away is waited for no longer than that, however many orders there are.
 */
final class Patience {

    private final long nanos;
    private volatile long lastMoved = System.nanoTime();

    Patience(Duration duration) {
        this.nanos = duration.toNanos();
    }

    void moved() {
        lastMoved = System.nanoTime();
    }

    boolean isOver() {
        return System.nanoTime() - lastMoved > nanos;
    }
}
