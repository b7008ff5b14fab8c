package io.orderflow.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a call is tried again after a failure that passes by itself. Pauses double from the first to the longest, with
 * jitter, and are never shorter than a {@code Retry-After} asks for.
 *
 * @param firstPause pause after the first failure
 * @param longestPause no pause is longer, unless the service asks for it
 * @param giveUpAfter no try starts later than this after the first; zero for a single try
 */
public record RetryPolicy(Duration firstPause, Duration longestPause, Duration giveUpAfter) {

    /** Tries for as long as the given time. */
    public static RetryPolicy forUpTo(Duration giveUpAfter) {
        return new RetryPolicy(Duration.ofMillis(50), Duration.ofSeconds(2), giveUpAfter);
    }

    /** A single try. */
    public static RetryPolicy never() {
        return forUpTo(Duration.ZERO);
    }

    /** The pause after so many failures; half of it is random, so that many clients do not come back at once. */
    Duration pause(int failures, Duration retryAfter) {
        long doubled = firstPause.toMillis() << Math.min(failures - 1, 20);
        long bounded = Math.max(1, Math.min(doubled, longestPause.toMillis()));
        long jittered = bounded / 2 + ThreadLocalRandom.current().nextLong(bounded / 2 + 1);
        return Duration.ofMillis(jittered + retryAfter.toMillis());
    }
}
