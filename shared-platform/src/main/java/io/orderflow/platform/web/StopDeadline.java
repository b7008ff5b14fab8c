package io.orderflow.platform.web;

import java.time.Duration;

/** Ends the process some time after it was asked to, whatever still hangs: who waits for it would kill it anyway. */
public final class StopDeadline {

    private static final Duration PATIENCE = Duration.ofSeconds(18);
    private static final int ENDED_BY_SIGTERM = 143;

    private StopDeadline() {}

    /** For a process of its own only: to be called from {@code main}. */
    public static void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(StopDeadline::begin, "stop-deadline"));
    }

    private static void begin() {
        Thread deadline = new Thread(StopDeadline::haltLater, "stop-deadline");
        deadline.setDaemon(true);
        deadline.start();
    }

    private static void haltLater() {
        try {
            Thread.sleep(PATIENCE.toMillis());
            // what was acknowledged is durable already, and what was not may be gone
            Runtime.getRuntime().halt(ENDED_BY_SIGTERM);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
