package io.orderflow.cli.importer;

/** Pauses between looks at something that has not happened yet: short at first, then ever longer. */
final class Backoff {

    private static final long FIRST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 2_000;

    private long nextMillis = FIRST_MILLIS;

    long nextMillis() {
        long pause = nextMillis;
        nextMillis = Math.min(LONGEST_MILLIS, nextMillis * 2);
        return pause;
    }

    void reset() {
        nextMillis = FIRST_MILLIS;
    }
}
