package io.orderflow.benchmarks.load;

import java.io.IOException;

/** What one client does again and again, on one thread. */
@FunctionalInterface
public interface Operation {

    /**
     * Does it once.
     *
     * @return whether it did what it shall; what did not is counted as a failure, and its time does not count
     */
    boolean run() throws IOException;

    /** Does it once, and tells whether it did what it shall; what fails did not. */
    default boolean succeeds() {
        try {
            return run();
        } catch (IOException e) {
            return false;
        }
    }
}
