package io.orderflow.system.faults;

import java.time.Duration;

/**
 * How much of each fault. The short dose runs in every build; {@code ./mvnw verify -Pfaults} gives the full one.
 *
 * @param isFull whether it is the full dose
 * @param rate commands that arrive in a second
 */
record Dose(boolean isFull, int rate) {

    /** What was asked for by the system property {@code orderflow.faults}. */
    static Dose asked() {
        return "full".equals(System.getProperty("orderflow.faults"))
                ? new Dose(true, Integer.getInteger("orderflow.faults.rate", 40))
                : new Dose(false, 25);
    }

    /** How often, of so many in the full dose; at most as often as the system property {@code orderflow.faults.times} says. */
    int times(int full) {
        return isFull ? Math.min(full, Integer.getInteger("orderflow.faults.times", full)) : 1;
    }

    /** A number that is this large in the full dose. */
    int of(int shortest, int full) {
        return isFull ? full : shortest;
    }

    /** A time that is this long in the full dose. */
    Duration time(Duration shortest, Duration full) {
        return isFull ? full : shortest;
    }
}
